/** Parts of an address that name a folder or type, not a subject. */
const folderNames = /^(?:en|rules|cases|chapters|front|embed|r|by|index|search|downloads)$/i;

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A lone % encodes nothing: the text is taken as it is.
    return segment;
  }
}

/**
 * The query that an address most likely means: `/rules/客户需求.html` is 客户需求, `/rules/1-2/` and
 * `/cases/01-02-1/` are 1.2, `/chapters/3/` is 第3章. Empty if there are no words in it.
 */
export function pathWords(pathname: string): string {
  const segments = pathname
    .split('/')
    .map((segment) => decode(segment).replace(/\.(?:html?|md|php|pdf)$/i, ''));
  return segments
    .map((segment, index) => {
      const numbers = /^(\d{1,3})[-.](\d{1,3})(?:[-.]\d+)?$/.exec(segment);
      if (numbers) return `${String(Number(numbers[1]))}.${String(Number(numbers[2]))}`;
      if (/^\d{1,3}$/.test(segment))
        return segments[index - 1] === 'chapters' ? `第${String(Number(segment))}章` : '';
      return folderNames.test(segment) ? '' : segment.replace(/[-_+.\s]+/g, ' ');
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
}
