/** A story in a rule: first and last paragraph, both included. */
export interface Span {
  first: number;
  last: number;
}

/** A rule of an annotated book. */
export interface AnnotatedRule {
  paragraphs: string[];
  cases: Span[];
  /** Told, but too slight to be a case: may be found or not. */
  optional: Span[];
  /** Paragraphs that look like cases and are none. */
  lookalikes: number[];
}

/** Read an annotated book; the marks are explained in samples/casebooks/README.md. */
export function readCasebook(text: string): AnnotatedRule[] {
  const rules: AnnotatedRule[] = [];
  let rule: AnnotatedRule | undefined;
  let open: { mark: string; first: number } | undefined;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '' || line.startsWith('//') || line.startsWith('> ')) continue;
    if (line.startsWith('# ')) rule = undefined;
    else if (line.startsWith('## '))
      rules.push((rule = { paragraphs: [], cases: [], optional: [], lookalikes: [] }));
    else if (!rule) continue;
    else if (/^<(?:case|anecdote)>$/.test(line)) open = { mark: line, first: rule.paragraphs.length };
    else if (/^<\/(?:case|anecdote)>$/.test(line)) {
      if (!open) throw new Error(`${line} closes nothing`);
      const span = { first: open.first, last: rule.paragraphs.length - 1 };
      (open.mark === '<case>' ? rule.cases : rule.optional).push(span);
      open = undefined;
    } else {
      if (line.startsWith('<not>')) rule.lookalikes.push(rule.paragraphs.length);
      rule.paragraphs.push(line.replace(/^<not>\s*/, ''));
    }
  }
  return rules.filter(({ paragraphs }) => paragraphs.length > 0);
}
