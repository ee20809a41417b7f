import { parentPort } from 'node:worker_threads';
import { keywordsOf } from './keywords.ts';

// Answers each list of texts with their keywords. The dictionary loads with the module, while the other thread reads the book.
parentPort!.on('message', (texts: string[]) => parentPort!.postMessage(keywordsOf(texts)));
