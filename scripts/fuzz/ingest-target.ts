import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../samples/random.ts';
import { decode } from '../ingest/source/text/decode.ts';
import { splitLines } from '../ingest/source/text/lines.ts';
import { projectRoot } from '../lib/environment.ts';
import { encoded } from './encodings.ts';
import { damagedBytes, damagedText, strangeText } from './pieces.ts';
import type { Target } from './target.ts';
import { takeBook } from './whole-book.ts';

/** The texts of the fixtures, each short enough that a thousand of them take seconds. */
function corpus(): string[] {
  const folder = join(projectRoot, 'tests', 'fixtures');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('input.txt') && !name.startsWith('fuzz'))
    .map((name) => readFileSync(join(folder, name), 'utf8').slice(0, 6000));
}
let texts: string[] | undefined;

function make(random: Random): Uint8Array {
  texts ??= corpus();
  const text = random.chance(0.4) ? strangeText(random) : damagedText(random.pick(texts), random);
  const bytes = random.chance(0.3) ? encoded(text, random) : Buffer.from(text);
  return random.chance(0.3) ? damagedBytes(bytes, random) : bytes;
}

/** Any bytes are a plain text. */
const take = (input: Uint8Array): Promise<void> =>
  takeBook(() => {
    const decoded = decode(input);
    const { lines, dropped: controls } = splitLines(decoded.text);
    return {
      format: 'text',
      ...decoded,
      lines,
      controls,
      leftOut: [],
      pictures: new Map<string, Uint8Array>(),
      metadata: {},
    };
  });

export const ingestTarget: Target = { name: 'texts', ending: 'txt', make, take };
