import { join, resolve } from 'node:path';
import { handKeptFiles } from './hand-kept.ts';

/** Every file and folder that an edition is read from, also the hand-kept files of the shipped edition. */
export function filesOf(contentDir: string): string[] {
  const made = [
    'chapters',
    'rules',
    'cases',
    'front',
    'permalinks.yaml',
    'book.yaml',
    'report.json',
    'translations',
  ];
  return [
    ...[...made, ...handKeptFiles].map((name) => join(contentDir, name)),
    ...handKeptFiles.map((name) => resolve('content', name)),
  ];
}
