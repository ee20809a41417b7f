/**
 * GitHub's Markdown makes a link of an address and takes a backslash for a part of it, so that nothing behind it in the
 * address is escaped. Such an address is divided by a backslash of its own.
 *
 * @param markdown with its signs escaped
 */
export const withoutBareLinks = (markdown: string) =>
  markdown
    .replace(/(https?|ftp):(?=\/\/\S*\\)/gi, String.raw`$1\:`)
    .replace(/(www)\.(?=\S*\\)/gi, String.raw`$1\.`);

/** Escape what Markdown or HTML would interpret, so that the text is rendered as it is. */
export const literal = (text: string) =>
  withoutBareLinks(text.replace(/[\\`*_{}[\]<>#|~$&]/g, String.raw`\$&`))
    .replace(/^[-+](?=\s|$)/, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`);
