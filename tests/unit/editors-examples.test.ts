import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { ingest } from '../../scripts/ingest/run/ingest.ts';
import { glossarySchema } from '../../src/schemas/glossary.ts';
import { reportSchema, type Report } from '../../src/schemas/report.ts';

const examples = join(import.meta.dirname, '../../src/components/editors/examples');
let out: string;
let code: number;
let report: Report;

/** Frontmatter and body of a written file. */
async function entry(name: string): Promise<{ data: Record<string, unknown>; body: string }> {
  const [, frontmatter = '', body = ''] = (await readFile(join(out, name), 'utf8')).split(/^---$/m);
  return { data: parse(frontmatter) as Record<string, unknown>, body };
}

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'examples-'));
  for (const name of ['overrides.yaml', 'translations.yaml']) await cp(join(examples, name), join(out, name));
  vi.spyOn(console, 'log').mockReturnValue();
  code = await ingest({
    source: join(examples, 'source.txt'),
    name: 'source.txt',
    out,
    encoding: undefined,
    dryRun: false,
    force: false,
    retire: false,
  });
  vi.restoreAllMocks();
  report = reportSchema.parse(JSON.parse(await readFile(join(out, 'report.json'), 'utf8')));
});
afterAll(() => rm(out, { recursive: true, force: true }));

test('the source on the editors’ page ingests as the page says', async () => {
  expect(code).toBe(0);
  expect(report.counts).toEqual({ chapters: 1, rules: 2, cases: 1, anecdotes: 0, withBody: 2 });
  expect(await readdir(join(out, 'front'))).toHaveLength(2);
  const chapter = await entry('chapters/01.md');
  expect(chapter.data['epigraph']).toMatchObject({ by: { zh: '《诗经·鸱鸮》' } });
  const rule = await entry('rules/01-01.md');
  expect(rule.data).toMatchObject({ page: 2, title: { en: "Look at the customer's roof first" } });
  expect(rule.body).toContain('::case{id="01-01-1"}');
  expect(rule.body.match(/^- □ /gm)).toHaveLength(2);
});

test('every correction on the editors’ page finds what it corrects', async () => {
  expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { data } = await entry('cases/01-01-1.md');
  expect(data).toMatchObject({ title: { zh: '两把梯子', en: 'Two ladders' }, basis: 'illustrative' });
  expect(data['facets']).toEqual({
    years: [2021],
    places: ['苏州'],
    industries: ['建筑'],
    outcome: 'success',
  });
});

test('the glossary on the editors’ page is one', async () => {
  const glossary = glossarySchema.parse(parse(await readFile(join(examples, 'glossary.yaml'), 'utf8')));
  expect(glossary.terms).toHaveLength(1);
});
