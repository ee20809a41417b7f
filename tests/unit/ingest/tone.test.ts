import { expect, test } from 'vitest';
import { isAllNarrative, tellsNothing, type Tone } from '../../../scripts/ingest/cases/tone.ts';

/** A text of so many characters; the rest a thousand characters, but for the share told. */
const text = (characters: number, share: number, argued: number, persons: number, firms: number): Tone => ({
  characters,
  told: share * characters,
  argued: (argued * characters) / 1000,
  persons: (persons * characters) / 1000,
  firms: (firms * characters) / 1000,
});

test.each([
  ['a novel that is told throughout', text(390_000, 0.7, 4.5, 5.4, 0.4)],
  ['a novel whose people mostly speak', text(50_000, 0.33, 11.7, 16.7, 1.35)],
  ['a chronicle in classical Chinese', text(600_000, 0.065, 0.9, 0.1, 0.2)],
])('%s is all narrative', (_, tone) => {
  expect(isAllNarrative(tone)).toBe(true);
});

test.each([
  ['a handbook with cases', text(270_000, 0.24, 12.5, 3.5, 10.7)],
  ['a manual that argues nothing', text(17_000, 0, 3.6, 0.35, 0)],
  ['a list of questions that speaks of him and me', text(20_000, 0, 44, 10.4, 0.5)],
  ['a short story', text(9_000, 0.8, 2, 10, 0.5)],
])('%s is not', (_, tone) => {
  expect(isAllNarrative(tone)).toBe(false);
});

test('a manual tells nothing, a handbook something', () => {
  expect(tellsNothing(text(17_000, 0.01, 3.6, 0.35, 0))).toBe(true);
  expect(tellsNothing(text(270_000, 0.24, 12.5, 3.5, 10.7))).toBe(false);
});
