import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ledger } from '../../src/schemas/ledger.ts';
import { assignPermalinks } from '../../scripts/ingest/permalinks/permalinks.ts';
import { chapter, entriesOf, rule } from '../unit/ingest/books.ts';
import { times } from '../times.ts';
import { must } from '../../src/lib/must.ts';

/** A rule as an editor sees it: the same one through all editions. */
interface Work {
  identity: number;
  chapter: number;
  title: string;
  text: string;
}
type Draw = (below: number) => number;

const characters = Array.from({ length: 600 }, (_, index) => String.fromCharCode(0x4e00 + index * 7));
const phrase = (draw: Draw, length: number) =>
  Array.from({ length }, () => must(characters[draw(characters.length)])).join('');
const sentence = (draw: Draw) => `${phrase(draw, 12)}，${phrase(draw, 9)}。`;

function newWork(draw: Draw, identity: number): Work {
  const text = Array.from({ length: 4 + draw(6) }, () => sentence(draw)).join('');
  return { identity, chapter: 1 + draw(4), title: phrase(draw, 6 + draw(6)), text };
}

/** Next edition: rules move, come, go, get new titles and light edits. */
function revise(works: Work[], draw: Draw, nextIdentity: () => number): Work[] {
  const revised = works
    .filter(() => draw(12) > 0)
    .map((work): Work => {
      const moved = draw(4) === 0 ? { chapter: 1 + draw(4) } : {};
      const cut = draw(work.text.length - 10);
      const edited =
        draw(2) === 0
          ? { text: work.text.slice(0, cut) + phrase(draw, 1 + draw(6)) + work.text.slice(cut + draw(6)) }
          : {};
      // Title and text in one edition would make it another rule.
      const retitled = draw(4) === 0 && !edited.text ? { title: phrase(draw, 8) } : {};
      return { ...work, ...moved, ...edited, ...retitled };
    });
  for (let index = revised.length - 1; index > 0; index -= 1) {
    if (draw(3) > 0) continue;
    const other = draw(index + 1);
    [revised[index], revised[other]] = [must(revised[other]), must(revised[index])];
  }
  for (let more = draw(3); more > 0; more -= 1)
    revised.splice(draw(revised.length + 1), 0, newWork(draw, nextIdentity()));
  return revised;
}

/** Codes of the rules by identity. */
function publish(works: Work[], ledger: Ledger): { codes: Map<number, string>; ledger: Ledger } {
  const numbers = [...new Set(works.map((work) => work.chapter))].sort();
  const inOrder = numbers.flatMap((number) => works.filter((work) => work.chapter === number));
  const entries = entriesOf(
    numbers.map((number) =>
      chapter(
        number,
        `第${number}讲`,
        ...inOrder.filter((work) => work.chapter === number).map(({ title, text }) => rule(title, text)),
      ),
    ),
  );
  const result = assignPermalinks(entries, ledger);
  return {
    codes: new Map(
      entries.rules.map((entry, index) => [must(inOrder[index]).identity, must(result.codes.get(entry))]),
    ),
    ledger: result.ledger,
  };
}

test('ten editions in a row keep every rule’s code, whatever moves, comes, goes or changes', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      let state = seed | 0;
      const draw: Draw = (below) => {
        state = (Math.imul(state, 1664525) + 1013904223) | 0;
        return ((state >>> 8) & 0xffffff) % Math.max(1, below);
      };
      let identities = 0;
      let works = Array.from({ length: 16 }, () => newWork(draw, (identities += 1)));
      let { codes, ledger } = publish(works, []);
      for (let edition = 2; edition <= 11; edition += 1) {
        works = revise(works, draw, () => (identities += 1));
        const next = publish(works, ledger);
        for (const [identity, code] of next.codes)
          if (codes.has(identity)) expect(code).toBe(codes.get(identity));
        expect(new Set(next.codes.values()).size).toBe(next.codes.size);
        expect(next.ledger.slice(0, ledger.length).map(({ code }) => code)).toEqual(
          ledger.map(({ code }) => code),
        );
        codes = new Map([...codes, ...next.codes]);
        ledger = next.ledger;
      }
    }),
    { numRuns: times(8) },
  );
});
