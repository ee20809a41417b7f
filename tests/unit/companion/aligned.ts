import { readdirSync } from 'node:fs';
import { readBody } from '../../../src/edition/texts/body.ts';
import { inEnglish } from '../../../src/edition/texts/english-body.ts';
import { englishFolders, readEnglishText } from '../../../src/edition/texts/english-text.ts';
import { readEdition } from '../../../src/edition/read-edition.ts';
import type { BodyBlock } from '../../../src/edition/texts/body.ts';

/** A paragraph in both languages. */
export interface Aligned {
  /** `rules/k7mq2`. */
  entry: string;
  chinese: string;
  english: string;
}

const textsOf = (blocks: readonly BodyBlock[]) =>
  blocks.flatMap((block) =>
    'items' in block ? block.items : 'text' in block && block.type !== 'heading' ? [block.text] : [],
  );

/** Every paragraph and item of an edition beside its English. */
export async function alignedParagraphs(dir: string): Promise<Aligned[]> {
  const edition = await readEdition(dir);
  const frontIds = readdirSync(`${dir}/front`)
    .map((name) => name.replace(/\.md$/, ''))
    .sort();
  return englishFolders.flatMap((folder) =>
    edition[folder].flatMap(({ data, body }, index) => {
      const name = 'permalink' in data ? data.permalink : (frontIds[index] ?? '');
      const blocks = readBody(body);
      const english = textsOf(inEnglish(blocks, readEnglishText(dir, folder, name)?.paragraphs));
      return textsOf(blocks).map((chinese, place) => ({
        entry: `${folder}/${name}`,
        chinese,
        english: english[place] ?? '',
      }));
    }),
  );
}
