import { cues } from './model/words/cues.ts';
import type { ParagraphReading } from './model/features/paragraph.ts';

/** How a text speaks on the whole. */
export interface Tone {
  characters: number;
  /** Characters in paragraphs that are told rather than argued. */
  told: number;
  /** Rules, reasons and generalities. */
  argued: number;
  /** Mentions of him, her and me. */
  persons: number;
  /** Mentions of firms, places of work and what people do there. */
  firms: number;
}

export const silence: Tone = { characters: 0, told: 0, argued: 0, persons: 0, firms: 0 };

/** Log-odds from which a paragraph counts as told. */
const minToldScore = 0.5;
const arguing = cuesNamed('norm', 'reasoning', 'abstract', 'reader');
const naming = cuesNamed('he', 'she', 'us');
const employing = cuesNamed('firm', 'role');

function cuesNamed(...names: string[]): number[] {
  return cues.flatMap(({ name }, index) => (names.includes(name) ? [index] : []));
}

export function toneOf(readings: ParagraphReading[]): Tone {
  const tone = { ...silence };
  for (const { length, told, counts } of readings) {
    const sum = (of: number[]) => of.reduce((total, index) => total + (counts[index] ?? 0), 0);
    tone.characters += length;
    if (told > minToldScore) tone.told += length;
    tone.argued += sum(arguing);
    tone.persons += sum(naming);
    tone.firms += sum(employing);
  }
  return tone;
}

export function addTones(a: Tone, b: Tone): Tone {
  return {
    characters: a.characters + b.characters,
    told: a.told + b.told,
    argued: a.argued + b.argued,
    persons: a.persons + b.persons,
    firms: a.firms + b.firms,
  };
}

/** A shorter text may well be a handful of stories. */
const shortestNarrative = 15_000;
/** Handbooks tell up to half of their text, and argue in one way or another every hundred characters. */
const narrativeShare = 0.62;
const arguedPerThousand = 4.6;
/** A history or a life may argue as much as a handbook, but follows people throughout, and hardly any of them has a trade. */
const minPersonsPerThousand = 8;
const maxFirmsPerThousand = 1.6;
/** What follows its people less argues less, too: a novel that mostly lets them speak. */
const maxArguedBySpeakers = 8;
/** A manual may speak to its reader of him and me, but tells less than this. */
const minFollowedShare = 0.1;
/** A manual, a list of changes or a table argues nothing and tells nothing. A classic argues as little, but tells, in words that are seldom seen as such. */
const minToldShare = 0.03;

/** Whether a book tells nearly all it has to say (a novel, a chronicle), so that nothing in it is a case of something. */
export function isAllNarrative({ characters, told, argued, persons, firms }: Tone): boolean {
  if (characters < shortestNarrative || told < minToldShare * characters) return false;
  const perThousand = (count: number) => (1000 * count) / characters;
  const follows =
    perThousand(persons) > minPersonsPerThousand ||
    (persons > argued && perThousand(argued) < maxArguedBySpeakers);
  if (follows && told > minFollowedShare * characters && perThousand(firms) < maxFirmsPerThousand)
    return true;
  return told / characters > narrativeShare || perThousand(argued) < arguedPerThousand;
}

/** Rules, manuals and notes tell less than this share of their text; what looks told there is doubtful. */
const barelyTold = 0.06;

export function tellsNothing({ characters, told }: Tone): boolean {
  return told < barelyTold * characters;
}
