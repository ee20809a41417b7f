const address = /https?:\/\/|www\.|(?:^|[^\p{L}\p{N}.])[a-z0-9-]{2,30}\.(?:com|net|org|cn)(?![\p{L}\p{N}])/iu;

/** Whether a line names the site that the text was taken from. */
export function isSiteStamp(text: string): boolean {
  return text.length <= 160 && text.includes('.') && address.test(text);
}
