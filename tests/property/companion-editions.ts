import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { splitLines } from '../../scripts/ingest/source/text/lines.ts';
import { buildOutline } from '../../scripts/ingest/outline/outline.ts';
import type { Book } from '../../scripts/ingest/model.ts';
import { must } from '../../src/lib/must.ts';

/** A rule as its editor sees it: the same one through all editions. */
export interface EditedRule {
  identity: number;
  title: string;
  paragraphs: string[];
}

export interface EditedChapter {
  identity: string;
  title: string;
  opening: string[];
  rules: EditedRule[];
}

/** Outline a source without any corrections to it. */
export function outline(source: string): Book {
  return buildOutline(splitLines(source).lines, { heading: () => undefined, join: () => false }).book;
}

/** The companion as an editor has it before them. */
export async function readCompanion(): Promise<EditedChapter[]> {
  const path = fileURLToPath(new URL('../../content/source/companion.txt', import.meta.url));
  const book = outline(await readFile(path, 'utf8'));
  let identity = 0;
  return book.chapters.map((chapter) => ({
    identity: chapter.title,
    title: chapter.title,
    opening: chapter.opening.map(({ text }) => text),
    rules: chapter.rules.map(({ title, paragraphs }) => ({
      identity: (identity += 1),
      title,
      paragraphs: paragraphs.map(({ text }) => text),
    })),
  }));
}

/** An edition's source text: its table of contents, then its chapters. */
export function printEdition(chapters: readonly EditedChapter[]): string {
  const heading = ({ title }: EditedChapter, index: number) => `第${index + 1}章 ${title}`;
  let page = 0;
  const contents = chapters.flatMap((chapter, index) => [
    heading(chapter, index),
    ...chapter.rules.map(({ title }) => `- ${String((page += 2)).padStart(3, '0')} ${title}`),
  ]);
  const body = chapters.flatMap((chapter, index) => [
    heading(chapter, index),
    ...chapter.opening,
    ...chapter.rules.flatMap(({ title, paragraphs }) => [title, ...paragraphs]),
  ]);
  return ['读本', '目 录', ...contents, ...body].join('\n\n');
}

export type Draw = (below: number) => number;

const characters = Array.from({ length: 500 }, (_, index) => String.fromCharCode(0x4e00 + index * 11));
const phrase = (draw: Draw, length: number) =>
  Array.from({ length }, () => must(characters[draw(characters.length)])).join('');

/** The next edition: some rules are deleted, moved, retitled or touched up, some are new. */
export function revise(
  chapters: readonly EditedChapter[],
  draw: Draw,
  nextIdentity: () => number,
): EditedChapter[] {
  const revised = chapters.map((chapter) => ({
    ...chapter,
    rules: chapter.rules
      .filter(() => draw(20) > 0)
      .map((rule): EditedRule => {
        const choice = draw(10);
        if (choice === 0) return { ...rule, title: `${phrase(draw, 9)}` };
        if (choice > 2) return rule;
        const at = draw(rule.paragraphs.length);
        const touched = must(rule.paragraphs[at]).replace(/，/, `，${phrase(draw, 4)}，`);
        return { ...rule, paragraphs: rule.paragraphs.with(at, touched) };
      }),
  }));
  for (let moves = 1 + draw(5); moves > 0; moves -= 1) {
    const { rules } = must(revised[draw(revised.length)]);
    // A chapter keeps a rule, so that it keeps its place in the table of contents.
    if (rules.length < 2) continue;
    const [moved] = rules.splice(draw(rules.length), 1);
    const target = must(revised[draw(revised.length)]).rules;
    target.splice(draw(target.length + 1), 0, must(moved));
  }
  for (let added = 1 + draw(3); added > 0; added -= 1) {
    const target = must(revised[draw(revised.length)]).rules;
    const sentence = () => `${phrase(draw, 14)}，${phrase(draw, 12)}。`;
    const paragraphs = [sentence() + sentence(), sentence() + sentence() + sentence()];
    target.splice(draw(target.length + 1), 0, {
      identity: nextIdentity(),
      title: phrase(draw, 10),
      paragraphs,
    });
  }
  return revised.map((chapter) =>
    chapter.rules.length > 0
      ? chapter
      : {
          ...chapter,
          rules: [
            { identity: nextIdentity(), title: phrase(draw, 10), paragraphs: [`${phrase(draw, 30)}。`] },
          ],
        },
  );
}
