/** Text as it stands, with what Markdown or HTML would read otherwise escaped. */
export const literal = (text: string) =>
  text
    .replace(/[\\`*_{}[\]<>#|~$&]/g, String.raw`\$&`)
    .replace(/^[-+](?=\s|$)/, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`);
