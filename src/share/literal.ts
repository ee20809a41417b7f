/** Escape what Markdown or HTML would interpret, so that the text is rendered as it is. */
export const literal = (text: string) =>
  text
    .replace(/[\\`*_{}[\]<>#|~$&]/g, String.raw`\$&`)
    .replace(/^[-+](?=\s|$)/, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`);
