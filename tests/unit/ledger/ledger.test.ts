import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../../src/schemas/ledger.ts';
import { parseHeaders, parseRedirects } from '../../../scripts/preview/host-files.ts';
import { policyHeaders, redirectLines } from '../../../src/share/files/host-files.ts';
import { nginxMaps } from '../../../src/share/files/nginx.ts';
import { planMoves } from '../../../src/ledger/moves.ts';
import { redirectPage } from '../../../src/ledger/redirect-page.ts';
import { LedgerError, resolveLedger } from '../../../src/ledger/resolve.ts';
import type { CurrentEntry } from '../../../src/ledger/current-entries.ts';

const rule = (id: string, permalink: string, title: string): CurrentEntry => ({
  kind: 'rule',
  id,
  permalink,
  title: { zh: title },
});
const current = [rule('01-01', 'fne22', '先写清单再动手'), rule('01-02', 'mvd33', '约好的时间要守住')];
const ledger: Ledger = [
  { code: 'fne22', kind: 'rule', title: '先写清单再动手', addresses: ['/rules/01-01/'] },
  { code: 'mvd33', kind: 'rule', title: '约好的时间要守住', addresses: ['/rules/01-03/', '/rules/01-02/'] },
  {
    code: 'gne44',
    kind: 'rule',
    title: '先写清单',
    addresses: ['/rules/01-02/', '/rules/01-04/'],
    retired: true,
    replacedBy: 'gne55',
  },
  {
    code: 'gne55',
    kind: 'rule',
    title: '先列单子',
    addresses: ['/rules/01-04/'],
    retired: true,
    replacedBy: 'fne22',
  },
  { code: 'gne66', kind: 'rule', title: '约好时间', addresses: ['/rules/01-05/'], retired: true },
  { code: 'gne77', kind: 'rule', title: '雨天借伞', addresses: ['/rules/01-06/'], retired: true },
];
const root = { origin: 'https://rules.example.org', base: '/book/' };

describe('resolveLedger', () => {
  const destinations = resolveLedger(ledger, current);

  test('leads a code to its entry wherever it stands', () => {
    expect(destinations.get('mvd33')).toMatchObject({ state: 'current', entry: { id: '01-02' } });
  });

  test('follows replacements over several editions, else names the nearest title, else none', () => {
    expect(destinations.get('gne44')).toMatchObject({
      state: 'retired',
      replaced: true,
      next: { permalink: 'fne22' },
    });
    expect(destinations.get('gne66')).toMatchObject({
      state: 'retired',
      replaced: false,
      next: { permalink: 'mvd33' },
    });
    expect(destinations.get('gne77')).toMatchObject({ state: 'retired', next: undefined });
  });

  test('offers no entry of another kind, however alike the titles are', () => {
    const chapter: CurrentEntry = {
      kind: 'chapter',
      id: '01',
      permalink: 'abc22',
      title: { zh: '雨天借伞' },
    };
    const records: Ledger = [
      { code: 'abc22', kind: 'chapter', title: '雨天借伞', addresses: ['/chapters/01/'] },
      { code: 'gne77', kind: 'rule', title: '雨天借伞', addresses: ['/rules/01-06/'], retired: true },
    ];
    expect(resolveLedger(records, [chapter]).get('gne77')).toMatchObject({ next: undefined });
  });

  test('fails where a code leads nowhere, is not in the ledger, or is replaced by nothing', () => {
    expect(() => resolveLedger(ledger, current.slice(1))).toThrow(/fne22 \(“先写清单再动手”\) leads nowhere/);
    expect(() => resolveLedger(ledger.slice(1), current)).toThrow(LedgerError);
    expect(() => resolveLedger(ledger.toSpliced(3, 1), current)).toThrow(/gne44 is replaced by gne55/);
  });

  test('does not run in circles', () => {
    const circle = ledger.map((record) =>
      record.code === 'gne55' ? { ...record, replacedBy: 'gne44' } : record,
    );
    expect(resolveLedger(circle, current).get('gne44')).toMatchObject({ state: 'retired', replaced: false });
  });
});

describe('planMoves', () => {
  const { moves, pages } = planMoves(resolveLedger(ledger, current), root);
  const to = new Map(moves.map((move) => [move.from, move.to]));
  const page = (path: string) => pages.find((each) => each.path === path)?.content;

  test('leads codes and free numbers on in both languages, and leaves numbers in use alone', () => {
    expect(to.get('/r/mvd33/')).toBe('/rules/01-02/');
    expect(to.get('/en/r/mvd33/')).toBe('/en/rules/01-02/');
    expect(to.get('/en/rules/01-03/')).toBe('/en/rules/01-02/');
    expect(to.get('/embed/rules/01-03/')).toBe('/embed/rules/01-02/');
    expect(to.get('/rules/01-05/')).toBe('/r/gne66/');
    expect(to.has('/rules/01-02/')).toBe(false);
    expect(to.has('/r/gne66/')).toBe(false);
  });

  test('writes pages for hosts without redirects; a number that several had lists them all', () => {
    expect(page('rules/01-03/index.html')).toContain('content="0;url=/book/rules/01-02/"');
    expect(page('rules/01-04/index.html')).toContain('href="/book/r/gne44/"');
    expect(page('rules/01-04/index.html')).toContain('href="/book/r/gne55/"');
  });

  test('leads a former page for frames on only to an entry that has one', () => {
    const chapter: CurrentEntry = { kind: 'chapter', id: '02', permalink: 'abc22', title: { zh: '收灯' } };
    const records: Ledger = [
      { code: 'abc22', kind: 'chapter', title: '收灯', addresses: ['/chapters/01/', '/chapters/02/'] },
    ];
    const froms = (entry: CurrentEntry) =>
      planMoves(resolveLedger(records, [entry]), root).moves.map(({ from }) => from);
    expect(froms(chapter)).toContain('/embed/chapters/01/');
    expect(froms({ ...chapter, unframed: true })).not.toContain('/embed/chapters/01/');
  });

  test('the server of the preview reads what is written for hosts', () => {
    const redirects = parseRedirects(redirectLines(moves));
    expect(redirects.get('/r/fne22/')).toEqual({ to: '/rules/01-01/', status: 301 });
    expect(nginxMaps(moves, root.base, 'x')).toContain('  ~^/book/r/fne22/?$ /book/rules/01-01/;');
    const headers = parseHeaders(
      policyHeaders(['rules', 'embed', 'en', 'en/rules', 'en/embed', 'r'], ['/'], "default-src 'none'"),
    );
    for (const path of ['/', '/rules/01-01/', '/en/rules/01-01/', '/r/fne22/'])
      expect(headers(path).get('x-frame-options')).toBe('DENY');
    for (const path of ['/embed/rules/01-01/', '/en/embed/rules/01-01/'])
      expect([...headers(path).values()]).toEqual(["default-src 'none'"]);
  });
});

test('a page that leads on holds a title with markup in it as text', () => {
  const html = redirectPage({
    target: '/rules/01-01/',
    canonical: 'https://rules.example.org/rules/01-01/',
    title: '</title><script>alert(1)</script>',
    lang: 'zh-Hans',
  });
  expect(html.match(/<script>/g)).toHaveLength(1);
  expect(html).toContain('<meta http-equiv="refresh" content="0;url=/rules/01-01/">');
  expect(html).toContain('<link rel="canonical" href="https://rules.example.org/rules/01-01/">');
});
