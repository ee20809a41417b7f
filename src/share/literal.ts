/**
 * GitHub's Markdown makes a link of an address and takes a backslash for a part of it, so that nothing behind it in the
 * address is escaped. Such an address is divided by a backslash of its own.
 *
 * @param markdown with its signs escaped
 */
export const withoutBareLinks = (markdown: string) =>
  // Run by run, so that a long one is read once however many addresses it has.
  markdown.replace(/\S+/g, (run) => {
    const last = run.lastIndexOf('\\');
    return run.replace(/(?:https?|ftp)(?=:\/\/)|www(?=\.)/gi, (start, at: number) =>
      at < last ? `${start}\\` : start,
    );
  });

/** Escape what Markdown or HTML would interpret, so that the text is rendered as it is. */
export const literal = (text: string) =>
  withoutBareLinks(text.replace(/[\\`*_{}[\]<>#|~$&]/g, String.raw`\$&`))
    .replace(/^[-+](?=\s|$)/, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`);
