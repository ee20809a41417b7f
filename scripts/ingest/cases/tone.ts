import { cues } from './model/cues.ts';
import type { Reading } from './model/paragraph.ts';

/** How a text speaks on the whole. */
export interface Tone {
  characters: number;
  /** Characters in paragraphs that are told rather than argued. */
  told: number;
  /** Rules, reasons and generalities. */
  argued: number;
}

export const silence: Tone = { characters: 0, told: 0, argued: 0 };

/** Log-odds from which a paragraph counts as told. */
const toldFrom = 0.5;
const arguing = cues.flatMap(({ name }, index) =>
  ['norm', 'reasoning', 'abstract', 'reader'].includes(name) ? [index] : [],
);

export function toneOf(readings: Reading[]): Tone {
  let [characters, told, argued] = [0, 0, 0];
  for (const reading of readings) {
    characters += reading.length;
    if (reading.told > toldFrom) told += reading.length;
    for (const index of arguing) argued += reading.counts[index]!;
  }
  return { characters, told, argued };
}

export function addTones(a: Tone, b: Tone): Tone {
  return { characters: a.characters + b.characters, told: a.told + b.told, argued: a.argued + b.argued };
}

/** A shorter text may well be a handful of stories. */
const shortestNarrative = 15_000;
/** Handbooks tell up to half of their text, and argue in one way or another every hundred characters. */
const narrativeShare = 0.62;
const arguedPerThousand = 4.6;

/** Whether a book tells nearly all it has to say (a novel, a chronicle), so that nothing in it is a case of something. */
export function isAllNarrative({ characters, told, argued }: Tone): boolean {
  if (characters < shortestNarrative) return false;
  return told / characters > narrativeShare || (1000 * argued) / characters < arguedPerThousand;
}

/** Rules, manuals and notes tell less than this share of their text; what looks told there is doubtful. */
const barelyTold = 0.06;

export function tellsNothing({ characters, told }: Tone): boolean {
  return told < barelyTold * characters;
}
