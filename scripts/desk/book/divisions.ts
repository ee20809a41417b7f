import { parentIdOf } from '../../../src/lib/book/parent-id.ts';
import { likeliestDivisions } from '../../ingest/cases/find-cases.ts';
import type { ChapterNode, RuleNode } from '../../ingest/model.ts';
import type { Stages } from '../../ingest/run/stages.ts';
import { entryOf } from '../edit/entry-details.ts';
import { EditError } from '../protocol/edit-error.ts';
import type { Division } from '../protocol/model.ts';

/** Divisions that are offered. */
const maxDivisions = 3;
/** Characters of a story's beginning that are shown. */
const openingLength = 60;

/** A rule, or a chapter without rules, and the likeliest ways to divide it into argument and stories. */
export interface Divisions {
  /** Key of the rule or chapter: `rule 01-02`. */
  entry: string;
  divisions: Division[];
}

/**
 * The likeliest ways to divide the rule, or the chapter without rules, that an entry belongs to.
 * @throws EditError if there is no such entry, or it is a chapter with rules
 */
export function divisionsOf(stages: Stages | undefined, key: string): Divisions {
  const { entry, node } = undivided(stages, key);
  const told = 'rules' in node ? { paragraphs: node.opening, status: 'complete' as const } : node;
  const divisions = likeliestDivisions(told, maxDivisions).map(({ share, stories }) => ({
    share,
    stories: stories.map(([first, last]): Division['stories'][number] => ({
      lines: [told.paragraphs[first]?.lines[0] ?? 1, told.paragraphs[last]?.lines[1] ?? 1],
      opening: told.paragraphs[first]?.text.slice(0, openingLength) ?? '',
    })),
  }));
  return { entry, divisions };
}

function undivided(stages: Stages | undefined, key: string): { entry: string; node: RuleNode | ChapterNode } {
  if (!stages) throw new EditError('no-entry');
  const { entries, outline } = stages;
  const { kind, data } = entryOf(entries, key);
  const id = kind === 'case' ? parentIdOf(data) : data.id;
  const { chapters } = outline.book;
  const rule = chapters.flatMap(({ rules }) => rules)[entries.rules.findIndex((each) => each.data.id === id)];
  if (rule) return { entry: `rule ${id}`, node: rule };
  const chapter = chapters[entries.chapters.findIndex((each) => each.data.id === id)];
  if (!chapter || chapter.rules.length > 0) throw new EditError('no-entry');
  return { entry: `chapter ${id}`, node: chapter };
}
