import type { Palette } from '../../styles/palette.ts';
import type { PdfBlock } from './pdf-blocks.ts';

/** A sheet in millimetres; `notes` leaves a ruled margin for them. */
export interface Paper {
  width: number;
  height: number;
  notes: boolean;
}

/** To read, and to print and write on. */
export const papers = {
  a5: { width: 148, height: 210, notes: false },
  a4: { width: 210, height: 297, notes: true },
} as const satisfies Record<string, Paper>;

/** A rule with its text. */
export interface PdfRule {
  id: string;
  depth: number;
  /** The first rule follows its chapter's opening more closely. */
  first: boolean;
  label: string | null;
  title: string;
  english: string | null;
  page: number | null;
  missing: boolean;
  blocks: PdfBlock[];
  address: string | null;
  qr: string | null;
}

/** A chapter with its rules. */
export interface PdfChapter {
  type: 'chapter';
  id: string;
  depth: number;
  label: string | null;
  title: string;
  english: string | null;
  /** Text of the running head. */
  head: string;
  page: number | null;
  epigraph: { text: string; english: string | null; by: string | null } | null;
  blocks: PdfBlock[];
  rules: PdfRule[];
  address: string | null;
  qr: string | null;
}

/** What a PDF consists of, in its order. */
export type PdfSection =
  | { type: 'front' | 'back'; id: string; title: string; blocks: PdfBlock[] }
  | { type: 'part'; id: string; label: string | null; title: string; english: string | null }
  | PdfChapter
  | { type: 'glossary'; terms: { term: string; other: string; text: string; english: string | null }[] };

/** A line of the printed contents: 0 a part, 1 a chapter, 2 a rule. */
export interface PdfContentsLine {
  level: 0 | 1 | 2;
  id: string;
  label: string | null;
  title: string;
}

/** What `book.typ` reads: every word of the PDF, as strings. */
export interface PdfBook {
  title: string;
  /** The title in the other language. */
  titleOther: string | null;
  subtitle: string | null;
  authors: string[];
  description: string;
  lang: string;
  region: string;
  script: string;
  /** Whether English is set beneath the Chinese. */
  both: boolean;
  paper: Paper;
  palette: Palette & { slips: string };
  cover: boolean;
  /** Whether the title is set upright on its label: Han characters, and few enough of them. */
  upright: boolean;
  words: Record<
    'contents' | 'printed' | 'code' | 'missing' | 'glossary' | 'picture' | 'and' | 'seal',
    string
  >;
  contents: PdfContentsLine[];
  sections: PdfSection[];
  /** Pictures of the text: the paths that blocks name, and the files that hold them. */
  pictures: { path: string; file: string }[];
}
