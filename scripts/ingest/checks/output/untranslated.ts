import type { Finding } from '../../../../src/schemas/report.ts';
import type { Entries, LinkedEntry } from '../../entries/entry.ts';

/** Chinese titles, summaries, keywords and epigraphs without English: ids with the field (`01-02.title`), and a finding an entry. */
export function checkUntranslated(entries: Entries): { untranslated: string[]; findings: Finding[] } {
  const untranslated: string[] = [];
  const findings: Finding[] = [];
  for (const entry of [...entries.chapters, ...entries.rules, ...entries.cases]) {
    const fields = missingIn(entry);
    if (fields.length === 0) continue;
    const { id, title, source } = entry.data;
    untranslated.push(...fields.map((field) => `${id}.${field}`));
    findings.push({
      code: 'untranslated',
      severity: fields.includes('title') ? 'warning' : 'info',
      line: source?.lines[0] ?? null,
      message: `The ${entry.kind} “${title.zh}” (${id}) has no English ${fields.join(', ')}. Add it under ${entry.kind}s in translations.yaml.`,
    });
  }
  return { untranslated, findings };
}

/** A title such as OKR, or all of an English book, needs no translation. */
const isChinese = (text: string | readonly string[] = []): boolean =>
  [text].flat().some((each) => /\p{Script=Han}/u.test(each));

function missingIn({ data, kind }: LinkedEntry): string[] {
  const fields = {
    title: data.title,
    summary: data.summary,
    keywords: data.keywords,
    epigraph: kind === 'chapter' ? data.epigraph?.text : undefined,
  };
  return Object.entries(fields).flatMap(([name, field]) =>
    field?.en === undefined && isChinese(field?.zh) ? [name] : [],
  );
}
