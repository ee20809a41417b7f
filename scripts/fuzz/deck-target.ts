import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../samples/random.ts';
import { projectRoot } from '../lib/environment.ts';
import { DocumentError } from '../slides-check/read/document.ts';
import { handbookAddress } from '../slides-check/handbook-address.ts';
import { readHtml } from '../slides-check/read/read-html.ts';
import { readMarkdown } from '../slides-check/read/read-markdown.ts';
import { readOdp } from '../slides-check/read/read-odp.ts';
import { readPptx } from '../slides-check/read/read-pptx.ts';
import { damagedBytes, damagedText, strangeText } from './pieces.ts';
import type { Target } from './target.ts';

const folder = join(projectRoot, 'tests/fixtures/decks');
const deck = (name: string) => readFileSync(join(folder, name));

function make(random: Random): Uint8Array {
  const name = random.pick([
    'handout.html',
    'talk.md',
    'handout.html',
    'talk.md',
    'libreoffice.pptx',
    'libreoffice.odp',
  ]);
  if (name.startsWith('libreoffice')) return damagedBytes(deck(name), random);
  return Buffer.from(random.chance(0.3) ? strangeText(random) : damagedText(deck(name).toString(), random));
}

/** Any bytes read as any kind of deck give slides or a refusal in plain words. */
function take(input: Uint8Array): void {
  const text = new TextDecoder().decode(input);
  const isPackage = input[0] === 0x50;
  const readers = isPackage
    ? [() => readPptx(input), () => readOdp(input)]
    : [() => readHtml(text, folder), () => readMarkdown(text, folder)];
  for (const read of readers) {
    try {
      for (const { found } of read())
        for (const { url } of found) handbookAddress(url, ['https://rules.example.org/']);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
    }
  }
}

export const deckTarget: Target = { name: 'decks', ending: 'bin', make, take };
