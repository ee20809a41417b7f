/** An attribute list behind a heading: {#start}, {align=center}. */
const attributes = /\s*\{(?:[#.][\w:-]+|[\w-]+=[^{}\s]+)(?:\s+(?:[#.][\w:-]+|[\w-]+=[^{}\s]+))*\}$/;
/** A picture by its name: :tada:. */
const shortcode = /(?<![\w:])\s?:[a-z][a-z0-9_+-]{1,30}:(?![\w:])/g;
/** The edge of a container: :::, or ::: tip 标题, where the title is text. */
const container = /^:{3,}\s*(?:\{[^{}]*\}|[a-z][\w-]*)?\s*/;

/** A heading's text without what is written for a generator. */
export function withoutAttributes(text: string): string {
  return text.replace(attributes, '').replace(shortcode, '').trim();
}

/** A line without the edge of a container. */
export function withoutContainer(text: string): string {
  return text.replace(container, '');
}

/**
 * Whether a paragraph's text holds pairs of ** or == that Markdown leaves as they are: **重点。**后文 isn't bold to it,
 * since a full stop is before the closing stars.
 * @param texts the runs of text, without code
 */
export function hasStrayPairs(texts: string[], mark: '**' | '=='): boolean {
  const found = texts.reduce((sum, text) => sum + (text.match(marks[mark])?.length ?? 0), 0);
  return found > 0 && found % 2 === 0;
}

const marks = { '**': /(?<!\*)\*{2,3}(?!\*)/g, '==': /(?<![=!<>])==(?![=>])/g };

/** A run of text without these marks. */
export function withoutMarks(text: string, mark: '**' | '=='): string {
  return text.replace(marks[mark], '');
}
