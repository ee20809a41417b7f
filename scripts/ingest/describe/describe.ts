import { must } from '../../../src/lib/must.ts';
import { tellerOf } from '../../../src/lib/teller.ts';
import type { Block, CaseEntry, Entries, RuleEntry } from '../entries/entry.ts';
import { markerOf } from '../language/case-markers.ts';
import { closeUp } from '../language/close-up.ts';
import { simplified } from '../language/simplified.ts';
import { facetsOf } from './facets.ts';
import { keywordsOf } from './keywords.ts';
import { summarise } from './summarise.ts';
import { authorsTradeIn } from './trades.ts';

/** What makes the summaries and keywords. A caller that remembers earlier runs gives its own. */
interface Describers {
  keywordsOf: (texts: string[]) => string[][];
  summarise: typeof summarise;
}

/** A rule or case with its running text. */
interface Subject {
  entry: RuleEntry | CaseEntry;
  /** Its own paragraphs. */
  own: string[];
  /** The same, and behind them those of its cases if it is a rule. */
  whole: string[];
}

/**
 * Add what can be drawn from the text itself: summaries; keywords of rules and cases; facets of cases. Entries without
 * text get none.
 */
export function describe(entries: Entries, describers: Describers = { keywordsOf, summarise }): Entries {
  const subjects = subjectsOf(entries);
  const drawn = draw([...subjects.values()], describers);
  const authorsTrade = authorsTradeIn(
    entries.rules.map((rule) => must(subjects.get(rule)).whole.join('\n')).filter((text) => text !== ''),
  );
  return {
    ...entries,
    chapters: entries.chapters.map((entry) => {
      const summary = describers.summarise(runningText(entry.blocks), 'argument');
      return summary === undefined ? entry : { ...entry, data: { ...entry.data, summary: { zh: summary } } };
    }),
    rules: entries.rules.map((entry) => ({ ...entry, data: { ...entry.data, ...drawn.get(entry) } })),
    cases: entries.cases.map((entry) => {
      const facets = facetsOf(must(subjects.get(entry)).own, authorsTrade);
      return {
        ...entry,
        data: { ...entry.data, ...drawn.get(entry), ...(facets ? { facets } : {}) },
      };
    }),
  };
}

function subjectsOf({ rules, cases }: Entries): Map<Subject['entry'], Subject> {
  const casesOf = Map.groupBy(cases, ({ data }) => tellerOf(data));
  const ofRules = rules.map((entry): Subject => {
    const own = runningText(entry.blocks);
    const told = (casesOf.get(entry.data.id) ?? []).flatMap(({ blocks }) => runningText(blocks));
    return { entry, own, whole: [...own, ...told] };
  });
  const ofCases = cases.map((entry): Subject => {
    const own = runningText(entry.blocks);
    return { entry, own, whole: own };
  });
  return new Map([...ofRules, ...ofCases].map((subject) => [subject.entry, subject]));
}

/** Frontmatter that a text gives. */
type Drawn = Pick<RuleEntry['data'], 'summary' | 'keywords'>;

/** Summaries and keywords of the subjects that have text; keywords are weighed against one another's texts. */
function draw(subjects: Subject[], { keywordsOf, summarise }: Describers): Map<Subject['entry'], Drawn> {
  const withText = subjects.filter(({ whole }) => whole.length > 0);
  const keywords = keywordsOf(withText.map(({ entry, whole }) => [entry.data.title.zh, ...whole].join('\n')));
  return new Map(
    withText.map(({ entry, own, whole }, index) => {
      const summary =
        entry.kind === 'case' ? summarise(own, 'story') : summarise(own.length > 0 ? own : whole, 'argument');
      return [
        entry,
        {
          ...(summary === undefined ? {} : { summary: { zh: summary } }),
          keywords: { zh: must(keywords[index]) },
        },
      ];
    }),
  );
}

/** The paragraphs of a body without labelled blocks, and without the marker of a case (【案例】) at their start. */
function runningText(blocks: Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph') return [];
    return [closeUp(block.text.slice(markerOf(simplified(block.text))?.inline ?? 0))];
  });
}
