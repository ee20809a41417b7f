import { RuleTester } from 'oxlint/plugins-dev';
import { describe, test } from 'vitest';
import { oneContent, valueExports } from '../../../../scripts/check/lint/component-rules.ts';

RuleTester.describe = describe;
RuleTester.it = test;
type Rule = Parameters<RuleTester['run']>[1];
const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'tsx' } } });

tester.run('one-content', oneContent as unknown as Rule, {
  valid: ['<p set:html={a} />', '<p set:text={a}>\n</p>', '<p>{a}</p>', '<p class:list={a}>{a}</p>'],
  invalid: ['<p set:html={a}>字</p>', '<p set:html={a}>{b}</p>', '<p set:html={a} set:text={b} />'].map(
    (code) => ({
      code,
      errors: [{ messageId: 'two' }],
    }),
  ),
});

const filename = 'src/pages/a.astro.tsx';
tester.run('value-exports', valueExports as unknown as Rule, {
  valid: [
    { filename: 'src/lib/a.ts', code: 'export const a = 1;' },
    ...[
      'export interface A { a: number }',
      'export type { A } from "./a.ts";',
      'export const getStaticPaths = () => [];',
      'export function getStaticPaths() { return []; }',
      'export const prerender = false, partial = true;',
    ].map((code) => ({ filename, code })),
  ],
  invalid: [
    'export const a = 1;',
    'export function a() {}',
    'const a = 1; export { a };',
    'export * from "./a.ts";',
    'export default 3;',
  ].map((code) => ({ filename, code, errors: [{ messageId: 'value' }] })),
});
