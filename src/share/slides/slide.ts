/** Languages of a slide; a bilingual one has Chinese with English beneath. */
export type SlideVariant = 'zh' | 'en' | 'both';

/** A slide's content, in plain text. */
export interface Slide {
  variant: SlideVariant;
  /** `1.2`; absent on a case's slide. */
  number: string | undefined;
  /** What it belongs to, in small type above the title. */
  context: string;
  title: string;
  /** The title in the other language, on a bilingual slide. */
  subtitle: string | undefined;
  /** Key points, a sentence or two each. */
  points: string[];
  /** Questions to tick off, under their heading. */
  checks: { heading: string; items: string[] } | undefined;
  /** The case in short. */
  case: { label: string; title: string; text: string } | undefined;
  /** Speaker notes, a paragraph each. */
  notes: string[];
  /** Permanent address; the QR code holds it too. */
  link: string;
  /** The book's name, at the foot. */
  book: string;
}
