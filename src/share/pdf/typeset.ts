import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { openFaces, type Faces } from './faces.ts';
import { packPdf } from './pack-pdf.ts';
import type { PdfBook } from './book-model.ts';

const template = readFileSync(new URL('./book.typ', import.meta.url), 'utf8');

/** A folder that isn't there, and whose name nobody can guess: the template can read nothing of the machine. */
const workspace = join(tmpdir(), `handbook-pdf-${randomUUID()}`);

let latest: { names: string; compiler: NodeCompiler } | undefined;

/** The typesetter with these fonts. Opening them takes longer than setting a chapter, and chapter after chapter has the same. */
function compilerWith({ fonts, families, latin }: Faces): NodeCompiler {
  const names = [...families, ...latin].join();
  if (latest?.names !== names)
    latest = { names, compiler: NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] }) };
  return latest.compiler;
}

/**
 * Set a book with Typst: embedded fonts, bookmarks, tags for screen readers, and the same bytes for the same book.
 * @returns the bytes of the PDF
 * @throws with Typst's own message if the template fails
 */
export async function typesetPdf(book: PdfBook): Promise<Uint8Array> {
  const words = JSON.stringify(book);
  const script = book.script === 'hant' ? 'zh-Hant' : 'zh-Hans';
  const faces = await openFaces(new Set(words), script);
  const { families, latin } = faces;
  const compiler = compilerWith(faces);
  compiler.resetShadow();
  compiler.mapShadow(join(workspace, 'book.json'), Buffer.from(words));
  compiler.mapShadow(join(workspace, 'faces.json'), Buffer.from(JSON.stringify({ families, latin })));
  for (const { path, file } of book.pictures) compiler.mapShadow(join(workspace, path), readFileSync(file));
  compiler.addSource(join(workspace, 'book.typ'), template);
  const compiled = compiler.compile({ mainFilePath: join(workspace, 'book.typ') });
  if (compiled.result === null)
    throw new Error(`The PDF could not be set. ${describe(compiled.takeError())}`);
  const pdf = toPdf(compiler, compiled.result);
  // Nothing of this book helps to set the next one, and the typesetter would keep all of it.
  compiler.evictCache(0);
  return await packPdf(pdf, languageOf(book));
}

/**
 * Keep to PDF/UA-1, the standard for screen readers. A book that can't, for example one with a picture that
 * nothing describes, is set without that standard's mark.
 */
function toPdf(compiler: NodeCompiler, book: NodeTypstDocument): Buffer {
  try {
    return compiler.pdf(book, { pdfStandard: 'ua-1' });
  } catch {
    return compiler.pdf(book);
  }
}

/** A Chinese book is in a script, whatever country its typesetter takes it to be of. */
const languageOf = ({ lang, script }: PdfBook): string =>
  lang === 'en' ? 'en' : script === 'hant' ? 'zh-Hant' : 'zh-Hans';

const describe = (error: NodeError | null): string =>
  (error?.shortDiagnostics ?? []).map((each) => JSON.stringify(each)).join('; ');
