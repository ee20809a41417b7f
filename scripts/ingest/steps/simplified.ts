import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | undefined;
/** Frequent characters that Simplified Chinese doesn't use. */
const traditional = /[們說來與為國學經過這個時會對後點問開關車門長東業務張員錢應讓從實還麼發給當電話]/;

/**
 * The text in Simplified characters, for matching; character for character, so that positions stay the same.
 * Text without common Traditional characters comes back as it is.
 */
export function simplified(text: string): string {
  if (!traditional.test(text)) return text;
  convert ??= Converter({ from: 't', to: 'cn' });
  const whole = convert(text);
  return whole.length === text.length
    ? whole
    : Array.from(text, (character) => convert!(character).slice(0, character.length)).join('');
}
