import { paragraphFeatures } from './model/features/paragraph.ts';
import type { RuleFeatures } from './model/features/features.ts';
import { roleAt, segmentsAt } from './model/score.ts';
import { segmentFeatures, segmentOf } from './model/features/segment.ts';
import type { Sparse } from './model/features/sparse.ts';
import { remember } from '../../../src/lib/remember.ts';
import { must } from '../../../src/lib/must.ts';

/** At most this many names are shown. */
const maxShown = 5;

const families: Record<string, string> = {
  deixis: 'time words',
  habit: 'habits',
  norm: 'rules',
  hypothesis: 'suppositions',
  reasoning: 'reasoning',
  pronouns: 'pronouns',
  aspect: 'done',
  negation: 'negations',
  turn: 'turns',
  speech: 'speech',
  deed: 'deeds',
  thing: 'things at hand',
  person: 'person',
  generic: 'generalities',
  meta: 'talk of stories',
  survey: 'survey',
};
const segmentLabels: [RegExp, string][] = [
  [/cohesion|joins?|ties|inside less/, 'holds together'],
  [/name|actor/, 'the same people'],
  [/^words |said before|come again|goes on/, 'the same things'],
  [/^rarity|^rarest/, ''],
  [/told/, 'told throughout'],
  [/outcome/, 'outcome'],
  [/open/, 'a scene is set'],
  [/paragraph|characters|story|rule/, ''],
];

/** What an editor calls a feature; empty for those that explain nothing. */
function labelOf(name: string): string {
  const plain = name.replace(/^(?:first|last) sentence /, '');
  const cue = /^cue (.+?)(?: twice)?$/.exec(plain)?.[1];
  if (cue !== undefined) return cue;
  const family = /^family (.+)$/.exec(plain)?.[1];
  if (family !== undefined) return families[family] ?? family;
  if (/name/.test(plain) && plain !== 'names a story') return 'the same people';
  if (/^(?:share|longer)|^any$|^one sentence$|^has /.test(plain)) return '';
  if (/told/.test(plain)) return 'told throughout';
  if (/quotation/.test(plain)) return 'speech';
  if (/outcome/.test(plain)) return 'outcome';
  if (/^opening$|^starts with/.test(plain)) return 'a scene is set';
  return plain === name ? plain : '';
}

// A book has a few hundred of the thousands of features.
const paragraphLabel = remember(labelOf);
const segmentLabel = remember((name) => segmentLabels.find(([pattern]) => pattern.test(name))?.[1] ?? '');

/** What spoke most for a story, in words that an editor understands. */
export function cuesOf(
  { paragraphs }: RuleFeatures,
  first: number,
  last: number,
  weights: Float64Array,
): string[] {
  const sums = new Map<string, number>();
  const count = (base: number, { ids, values }: Sparse, labelOfId: (id: number) => string) => {
    ids.forEach((id, at) => {
      const label = labelOfId(id);
      if (label !== '') sums.set(label, (sums.get(label) ?? 0) + weights[base + id]! * values[at]!);
    });
  };
  const ofParagraph = (id: number) => paragraphLabel(must(paragraphFeatures[id]));
  for (const { features } of paragraphs.readings.slice(first, last + 1))
    count(roleAt.inside, features, ofParagraph);
  count(roleAt.first, must(paragraphs.readings[first]).features, ofParagraph);
  count(roleAt.last, must(paragraphs.readings[last]).features, ofParagraph);
  count(segmentsAt, segmentOf(paragraphs, first, last), (id) => segmentLabel(must(segmentFeatures[id])));
  return [...sums]
    .filter(([, sum]) => sum > 0.1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, maxShown)
    .map(([label]) => label);
}
