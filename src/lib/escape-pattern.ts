/** Text for a regular expression that matches just this text: `a.b` is `a\.b`. */
export const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
