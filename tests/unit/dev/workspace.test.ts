import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isWritten, workspaceFor } from '../../../scripts/dev/workspace.ts';

test('what the ingest writes is told from what an editor keeps beside it', () => {
  const workspace = workspaceFor(undefined, {});
  const isOurs = (name: string) => isWritten(join(workspace.contentDir, name), workspace);
  for (const name of [
    'rules/01-01.md',
    'report.json',
    '.ingested.json',
    'permalinks.yaml',
    '.ingest-7-0.tmp',
  ])
    expect(isOurs(name), name).toBe(true);
  for (const name of [
    'translations/rules/k7mq2.md',
    'translations.yaml',
    'source/companion.txt',
    'rules-2.md',
  ])
    expect(isOurs(name), name).toBe(false);
});
