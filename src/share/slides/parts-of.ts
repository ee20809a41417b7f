import type PptxGen from 'pptxgenjs';
import type { Parts } from './mend-package.ts';

/** The archive of JSZip 3 that PptxGenJS 4.0.1 fills. */
interface Archive {
  files: Record<string, { dir: boolean; _data: Promise<string | Uint8Array> }>;
  generateAsync: () => Promise<Archive>;
}

/** The method that PptxGenJS calls with its archive before it packs it. */
interface Writer {
  createChartMediaRels: (slide: unknown, archive: Archive, charts: unknown[]) => void;
}

/** What PptxGenJS writes, part by part. Packing it would be in vain: each part is mended, and then packed as it should be. */
export async function partsOf(deck: PptxGen): Promise<Parts> {
  const writer = deck as unknown as Writer;
  const { createChartMediaRels } = writer;
  writer.createChartMediaRels = (slide, archive, charts) => {
    archive.generateAsync = () => Promise.resolve(archive);
    createChartMediaRels(slide, archive, charts);
  };
  const { files } = (await deck.write({ outputType: 'uint8array' })) as unknown as Archive;
  const parts: Parts = new Map();
  for (const [name, file] of Object.entries(files)) if (!file.dir) parts.set(name, await file._data);
  return parts;
}
