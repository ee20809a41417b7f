import type { BookLanguage } from '../../schemas/book.ts';
import type { Variant } from '../variant.ts';

export type SlideVariant = Variant;

/** A slide's content, in plain text. */
export interface Slide {
  variant: SlideVariant;
  /** Of its Chinese; absent for Simplified. */
  language?: BookLanguage;
  /** `1.2`; absent on a case's slide. */
  number: string | undefined;
  /** What it belongs to, in small type above the title. */
  context: string;
  title: string;
  /** The title in the other language, on a bilingual slide. */
  subtitle: string | undefined;
  /** Key points, a sentence or two each. */
  points: string[];
  /** Questions under their heading, each after a mark: a box to tick off, or nothing. */
  checks: { heading: string; items: string[]; mark: string } | undefined;
  /** What goes with it, in short: a rule's case, a case's rule. */
  aside: { label: string; title: string; text: string } | undefined;
  /** Speaker notes, a paragraph each. */
  notes: string[];
  /** Permanent address; the QR code holds it too. */
  link: string;
  /** The book's name, at the foot. */
  book: string;
}
