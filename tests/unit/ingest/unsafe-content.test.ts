import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkUnsafeContent } from '../../../scripts/ingest/checks/output/unsafe-content.ts';

test('a hand-edited file with raw HTML, a script address or an outside picture is reported with its lines', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'unsafe-'));
  const body =
    '茶<b>凉</b>了。\n\n[点](javascript:alert(1)) ![图](https://evil.example/p.png)\n\n[好](https://example.org) ![图](a.png)\n';
  writeFileSync(join(dir, 'a.md'), `---\nid: "01"\n---\n${body}`);
  const findings = await checkUnsafeContent({ dir, handEdited: ['a.md', 'report.json'] });
  expect(findings.map(({ message }) => message.split('. ')[0])).toEqual([
    'a.md:4 holds raw HTML (<b>)',
    'a.md:4 holds raw HTML (</b>)',
    'a.md:6 holds a link that leads to no page (javascript:alert(1))',
    'a.md:6 holds a picture of another site (https://evil.example/p.png)',
  ]);
  expect(findings.every(({ code, severity }) => code === 'unsafe-content' && severity === 'warning')).toBe(
    true,
  );
  rmSync(dir, { recursive: true });
});
