import type { Finding } from '../../../../src/schemas/report.ts';
import { staleIds, untranslatedIds } from '../../../../src/lib/language/align-english.ts';
import {
  englishFolders,
  englishTextPath,
  hashOfParagraphs,
  hasEnglishTexts,
  readEnglishText,
  type EnglishText,
} from '../../../../src/edition/texts/english-text.ts';
import { InputError } from '../../input-error.ts';

/** Permanent code in the frontmatter of an output file. */
const permalink = /^permalink: "?([a-z0-9]+)"?$/m;
const fenced = /^---\n[\s\S]*?\n---\n/;

function read(dir: string, folder: (typeof englishFolders)[number], name: string): EnglishText | undefined {
  try {
    return readEnglishText(dir, folder, name);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

/**
 * English of paragraphs that have changed since, or are gone, and new paragraphs that have none: a finding of each kind an
 * entry, which names the paragraphs.
 * @param dir the edition's folder
 * @param files the output, by path below it
 * @throws InputError if a translation isn't as expected
 */
export async function checkStaleTranslation(
  dir: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<Finding[]> {
  if (!hasEnglishTexts(dir)) return [];
  // Most books have no English, and reading Markdown takes a while to load.
  const { paragraphsOf } = await import('../../../../src/plugins/paragraphs-of.ts');
  const findings: Finding[] = [];
  for (const [path, content] of files) {
    const [folder = '', file = ''] = path.split('/');
    const known = englishFolders.find((each) => each === folder);
    if (known === undefined || typeof content !== 'string') continue;
    const name = known === 'front' ? file.replace(/\.md$/, '') : (permalink.exec(content)?.[1] ?? '');
    const english = read(dir, known, name);
    if (english === undefined) continue;
    const ids = paragraphsOf(content.replace(fenced, ''));
    if (hashOfParagraphs(ids) === english.source) continue;
    const stale = staleIds(ids, english.paragraphs);
    const place = englishTextPath('', known, name);
    const lacking = untranslatedIds(ids, english.paragraphs);
    if (lacking.length > 0)
      findings.push({
        code: 'untranslated',
        severity: 'info',
        line: null,
        message: `New in ${path} and not in English yet: ${lacking.join(', ')}. Add them to ${place}, and set source to ${hashOfParagraphs(ids)}.`,
      });
    if (stale.length === 0) continue;
    findings.push({
      code: 'stale-translation',
      severity: 'warning',
      line: null,
      message: `The Chinese of ${path} has changed since it was translated: ${stale.join(', ')} in ${place}. Translate what is new, give it the ids of ${path}, and set source to ${hashOfParagraphs(ids)}.`,
    });
  }
  return findings;
}
