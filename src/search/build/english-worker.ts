// Thread that makes the English index, while the Chinese one is made.
import { parentPort, workerData } from 'node:worker_threads';
import type { IndexedText } from './languages.ts';
import { writeEnglishIndex } from './write-english.ts';

const { texts, folder } = workerData as { texts: IndexedText[]; folder: string };
parentPort?.postMessage(await writeEnglishIndex(texts, folder));
