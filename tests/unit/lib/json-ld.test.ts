import { expect, test } from 'vitest';
import { toJsonLd } from '../../../src/components/head/json-ld.ts';

test('lets no title close the script element, and keeps it readable', () => {
  const name = '</script><!-- & “法则”';
  const text = toJsonLd([{ '@type': 'Chapter', name }]);
  expect(text).not.toMatch(/[<>&]/);
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'Chapter', name }],
  });
});
