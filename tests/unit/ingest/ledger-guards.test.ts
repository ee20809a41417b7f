import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkMissingCode } from '../../../scripts/ingest/checks/output/missing-code.ts';
import { checkRetiredCodes } from '../../../scripts/ingest/checks/output/retired-codes.ts';
import { readKnownCodes } from '../../../scripts/ingest/permalinks/known-codes.ts';
import { printLedger, readLedger } from '../../../scripts/ingest/permalinks/permalinks.ts';
import type { LedgerEntry } from '../../../src/schemas/ledger.ts';

const entry = (code: string, rest: Partial<LedgerEntry> = {}): LedgerEntry => ({
  code,
  kind: 'rule',
  title: `题${code}`,
  addresses: ['/rules/01-02/'],
  ...rest,
});
const line = (rest: object) => `- ${JSON.stringify({ ...entry('k7mq2'), ...rest })}\n`;

describe('a damaged ledger is refused with the field and what to do', () => {
  test.for([
    ['two lines with one code', line({}) + line({ title: '别的' }), 'k7mq2 stands in two entries'],
    [
      'an address with a target in it',
      line({ addresses: ['/x/ https://evil.example/ 301'] }),
      'Expected the address',
    ],
    ['an address that leaves the site', line({ addresses: ['/rules/../../x/'] }), 'Expected the address'],
    ['an address on two lines', line({ addresses: ['/rules/01-02/\n/x/ /y/ 301'] }), 'Expected the address'],
    ['an address of another kind', line({ addresses: ['/cases/01-02-1/'] }), 'of the kind'],
    ['a code that leaves the folder', line({ code: '../../x' }), 'Expected a permanent code'],
    ['a cut sketch', line({ sketch: 'AAAA' }), 'sketch of 86 characters'],
    ['a cut line', line({}).slice(0, 40), 'permalinks.yaml is no YAML'],
    ['the marks of a merge', `<<<<<<< ours\n${line({})}=======\n>>>>>>> theirs\n`, 'permalinks.yaml'],
    ['no list', 'a: 1\n', 'permalinks.yaml'],
  ] as const)('%s', ([, yaml, message]) => {
    expect(() => readLedger(yaml)).toThrow(message);
  });

  test('an undamaged one reads back as it was written', () => {
    const ledger = [entry('k7mq2'), entry('p9mq2', { retired: true, replacedBy: 'k7mq2' })];
    expect(readLedger(printLedger(ledger))).toEqual(ledger);
  });
});

describe('missing-code', () => {
  test('names a code that a file or the former ledger bears, where, and how to get it back', () => {
    const known = [
      { code: 'k7mq2', place: '.permalinks.yaml', record: entry('k7mq2') },
      { code: 'p9mq2', place: 'rules/01-03.md' },
    ];
    const [finding] = checkMissingCode([], known);
    expect(finding).toMatchObject({ code: 'missing-code', severity: 'error' });
    expect(finding?.message).toContain('k7mq2 “题k7mq2” in .permalinks.yaml; p9mq2 in rules/01-03.md');
    expect(finding?.message).toContain('cp .permalinks.yaml permalinks.yaml');
    expect(checkMissingCode([entry('k7mq2'), entry('p9mq2')], known)).toEqual([]);
  });

  test('names what a code no longer names, and what a retired one was replaced by', () => {
    const copied = (record: LedgerEntry) => ({ code: record.code, place: '.permalinks.yaml', record });
    const titled = { k7mq2: '茶凉了可以再烧', p9mq2: '先倒水后开口' } as const;
    const of = (code: keyof typeof titled, named: keyof typeof titled) =>
      entry(code, { title: titled[named] });
    const [swapped] = checkMissingCode(
      [of('k7mq2', 'p9mq2'), of('p9mq2', 'k7mq2')],
      [copied(of('k7mq2', 'k7mq2')), copied(of('p9mq2', 'p9mq2'))],
    );
    expect(swapped?.message).toContain('the text of k7mq2 “茶凉了可以再烧”, which “先倒水后开口” is not,');
    const gone = entry('k7mq2', { retired: true, replacedBy: 'p9mq2' });
    const [unreplaced] = checkMissingCode(
      [entry('k7mq2', { retired: true }), entry('p9mq2')],
      [copied(gone), copied(entry('p9mq2'))],
    );
    expect(unreplaced?.message).toContain('what replaces k7mq2 “题k7mq2”, p9mq2,');
    expect(checkMissingCode([gone], [])[0]?.message).toContain('p9mq2, which replaces k7mq2');
  });

  test.for([
    ['cut', '---\nid: "01"\npermalink: "k7mq2"\ntitle:'],
    [
      'in the marks of a merge',
      '---\n<<<<<<< HEAD\npermalink: p9mq2\n=======\npermalink: k7mq2\n>>>>>>> b\n---\n',
    ],
    ['from another editor', '\uFEFF---\r\nid: "01"\r\npermalink: k7mq2 # kept\r\n---\r\ntext\r\n'],
  ] as const)('a code is found in a file %s', async ([, content]) => {
    const folder = mkdtempSync(join(tmpdir(), 'codes-'));
    mkdirSync(join(folder, 'rules'));
    writeFileSync(join(folder, 'rules', '01-01.md'), content);
    const codes = (await readKnownCodes(folder)).map(({ code }) => code);
    rmSync(folder, { recursive: true });
    expect(codes).toContain('k7mq2');
  });

  test('names an address that a code no longer has', () => {
    const record = entry('k7mq2', { addresses: ['/rules/01-01/', '/rules/01-02/'] });
    const [finding] = checkMissingCode(
      [entry('k7mq2')],
      [{ code: 'k7mq2', place: '.permalinks.yaml', record }],
    );
    expect(finding?.message).toContain('the address /rules/01-01/ of k7mq2');
  });
});

describe('retired-codes', () => {
  const codes = Array.from({ length: 20 }, (_, index) => entry(`aaaa${'23456789abcdefghjkmn'[index] ?? ''}`));
  const retire = (count: number) =>
    codes.map((each, index) => (index < count ? { ...each, retired: true as const } : each));

  test('gives count and names of what the book no longer has, run after run', () => {
    const [finding] = checkRetiredCodes(codes, retire(2), false);
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding?.message).toContain('2 permanent codes name entries that the book no longer has');
    expect(finding?.message).toContain('aaaa2 “题aaaa2”, aaaa3 “题aaaa3”');
    expect(checkRetiredCodes(retire(2), retire(2), false)).toEqual([finding]);
  });

  test('refuses more than a tenth at once without --retire', () => {
    expect(checkRetiredCodes(codes, retire(3), false)).toMatchObject([{ severity: 'error' }]);
    expect(checkRetiredCodes(codes, retire(3), true)).toMatchObject([{ severity: 'info' }]);
    expect(checkRetiredCodes(retire(2), retire(3), false)).toMatchObject([{ severity: 'info' }]);
  });

  test('a book without retired codes has no finding', () => {
    expect(checkRetiredCodes([], codes, false)).toEqual([]);
  });
});
