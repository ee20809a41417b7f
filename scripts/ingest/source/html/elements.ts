/** Elements that begin a block of text. */
export const blocks = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
);
/** Elements without text of the book. */
export const silent = new Set('head script style template noscript link meta title rp'.split(' '));
/** Elements that a text can't hold, each with the word by which they are reported as left out. */
export const unplaceable: Record<string, string> = {
  iframe: 'frames',
  object: 'embedded objects',
  embed: 'embedded objects',
  applet: 'embedded objects',
  video: 'films and sounds',
  audio: 'films and sounds',
  canvas: 'drawings and embedded objects',
  svg: 'drawings and embedded objects',
  button: 'forms',
  input: 'forms',
  select: 'forms',
  textarea: 'forms',
};
