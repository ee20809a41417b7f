/** The values that the ingest's steps hand to one another. Every text is a list of ranges of the decoded source. */

/** A line of the decoded source, without its terminator. */
export interface Line {
  /** Counted from 1, as in an editor. The two sides of a form feed inside a line have the same number. */
  number: number;
  text: string;
  /** There is a form feed before this line. */
  pageBreak: boolean;
  /** That form feed has no newline on either side: an editor shows both sides as one line. */
  midLine?: true;
  /** The label of an article (第十二条), parted from its text, which is the next line. */
  article?: true;
  /** An empty line that was a ruler of dashes or stars. */
  ruler?: true;
  format?: LineFormat;
}

/**
 * Facts about a line from the source's format: evidence for the outline, never the outline itself. Absent in
 * plain text.
 */
export interface LineFormat {
  kind: 'paragraph' | 'heading' | 'list' | 'table' | 'code' | 'quote' | 'caption' | 'footnote' | 'picture';
  /** Of a heading, 1 to 6; of a list item, its depth from 1. */
  level?: number;
  /** The whole line is bold or larger than the running text: a fake heading as often as a real one. */
  prominent?: true;
  /** Where the owner finds it in a file without lines, such as "page 12" or "OEBPS/ch03.xhtml, paragraph 4". */
  place?: string;
  /** Markdown that this line is written as instead of its escaped text: table rows, pictures, notes. */
  markdown?: string;
}

/** A paragraph after page-break and hard-wrap joins. */
export interface Paragraph {
  /** As in the source, joined without inserted characters between Han, trimmed at both ends. */
  text: string;
  /** First and last source line, both included. */
  lines: [number, number];
  /** It heads a section of its rule, this many levels below the rule's own title. */
  heading?: number;
  /**
   * Its kind, if it is no plain paragraph or its Markdown differs from its text; for a table, that of all its
   * rows.
   */
  format?: LineFormat;
}

/** The printed parts of a line of the contents, or of a heading in the body. */
export interface RuleNode {
  title: string;
  /** Its number as printed: 第二十二条, 3.2, 一、; empty without one. */
  label?: string;
  /** Printed page, `null` when unknown. */
  page: number | null;
  status: 'complete' | 'partial' | 'missing';
  /** Its title is the very text of its heading's line. Else that line, or the one in the table of contents, is dropped and the title is a copy. */
  ownsLine?: true;
  /** Line of its body heading; for a rule without text, of its table-of-contents line. */
  line: number;
  paragraphs: Paragraph[];
}

export interface ChapterNode {
  number: number;
  /** As printed: 第廿一章, 卷三; empty without a number. */
  label?: string;
  /** The part (篇, 卷, 编) that it belongs to. */
  part?: PartNode | undefined;
  title: string;
  page: number | null;
  line: number;
  /** As of a rule. */
  ownsLine?: true;
  epigraph: Epigraph | undefined;
  /** Paragraphs between the chapter's heading and its first rule, without the epigraph. */
  opening: Paragraph[];
  rules: RuleNode[];
}

/** Words that a chapter opens with, and whose they are. */
export interface Epigraph {
  text: string;
  by: string | undefined;
  lines: [number, number];
  /** A line among what was dropped holds this too: the whole epigraph (“… —— name”), or only the name behind its dash. */
  copied?: 'whole' | 'name';
}

export interface PartNode {
  /** Counted from 1 in reading order. */
  number: number;
  title: string;
  label: string;
}

export interface FrontSection {
  heading: string | undefined;
  kind: 'abstract' | 'imprint' | 'authors' | 'preface' | 'other';
  lines: [number, number];
  paragraphs: Paragraph[];
}

/** A run of a source line that is in no output text, with the reason. */
export interface Dropped {
  line: number;
  text: string;
  reason: 'toc' | 'furniture' | 'control' | 'heading-label' | 'case-marker' | 'override' | 'markup';
}

/** The outlined book, before cases are looked for. */
export interface Book {
  front: FrontSection[];
  chapters: ChapterNode[];
  dropped: Dropped[];
  /** Page-break joins made. */
  rejoined: number;
}

/** A case found among a rule's paragraphs: `paragraphs[first]` to `paragraphs[last]`, both included. */
export interface CaseRange {
  first: number;
  last: number;
  kind: 'case' | 'anecdote';
  basis: 'book' | 'illustrative' | undefined;
  /** From a marker line, else `undefined`: then a title is extracted from the text. */
  title: string | undefined;
  /** The title that its text gives, if somebody has looked for one: `null` if it gives none. */
  made?: string | null;
  method: 'marker' | 'cues' | 'override';
  /** 0 to 1. */
  confidence: number;
  cues: string[];
  /** Index of the paragraph that is the marker alone (【案例】…, 案例回放：), which is no part of the text. */
  marker: number | undefined;
  /** Index of a closing marker alone, such as （案例完）. */
  endMarker: number | undefined;
  /** Characters of an inline marker at the start of `paragraphs[first]`, such as 【案例】. */
  inlineMarker: number;
}
