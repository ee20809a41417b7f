import { createHash } from 'node:crypto';

/** Digits and letters that aren't taken for one another: no 0, 1, i, l, o, u. */
const alphabet = '23456789abcdefghjkmnpqrstvwxyz';
/** 24 million codes of this length. */
const minLength = 5;

/**
 * A new permanent code, made from the name of its entry: five characters, more if those are taken.
 * @param taken codes that name something already; the new one is added.
 */
export function makeCode(kind: string, title: string, text: string, taken: Set<string>): string {
  const digest = createHash('sha256').update(`${kind}\0${title}\0${text}`).digest('hex');
  let rest = BigInt(`0x${digest}`);
  let code = '';
  while (code.length < minLength || taken.has(code)) {
    code += alphabet.charAt(Number(rest % 30n));
    rest /= 30n;
    // Forty-odd copies of one text exhaust the digest: count on.
    if (rest === 0n)
      rest = BigInt(`0x${createHash('sha256').update(`${digest}${taken.size}`).digest('hex')}`);
  }
  taken.add(code);
  return code;
}
