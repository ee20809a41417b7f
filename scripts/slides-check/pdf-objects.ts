import { inflateSync } from 'node:zlib';
import { DocumentError } from './document.ts';

/** A name such as `/URI`, without its slash. */
export class Name {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
}

/** A reference to an object by its number: `12 0 R`. */
export class Reference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

export type Dictionary = Map<string, Value>;
/** Strings are kept byte by byte, as Latin-1. */
export type Value = null | boolean | number | string | Name | Reference | Value[] | Dictionary;

export interface PdfObject {
  value: Value;
  /** Bytes as they stand in the file. */
  stream?: Uint8Array;
}

const space = /[\0\t\n\f\r ]/;
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** Reads values one after another (ISO 32000-1, 7.3). */
export class ValueReader {
  readonly #text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  #skip(): void {
    for (;;) {
      while (this.at < this.#text.length && space.test(this.#text[this.at]!)) this.at += 1;
      if (this.#text[this.at] !== '%') return;
      while (this.at < this.#text.length && !/[\r\n]/.test(this.#text[this.at]!)) this.at += 1;
    }
  }

  #word(): string {
    const start = this.at;
    while (this.at < this.#text.length && !delimiter.test(this.#text[this.at]!)) this.at += 1;
    return this.#text.slice(start, this.at);
  }

  read(): Value {
    this.#skip();
    const text = this.#text;
    const character = text[this.at];
    if (text.startsWith('<<', this.at)) return this.#dictionary();
    if (character === '[') return this.#array();
    if (character === '(') return this.#string();
    if (character === '<') {
      const end = text.indexOf('>', this.at);
      const hex = text.slice(this.at + 1, end).replace(/\s/g, '');
      this.at = end + 1;
      return Buffer.from(hex.padEnd(hex.length + (hex.length % 2), '0'), 'hex').toString('latin1');
    }
    if (character === '/') {
      this.at += 1;
      return new Name(
        this.#word().replace(/#([\da-f]{2})/gi, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        ),
      );
    }
    const reference = /^(\d+)\s+\d+\s+R(?![\w])/.exec(text.slice(this.at, this.at + 32));
    if (reference !== null) {
      this.at += reference[0].length;
      return new Reference(Number(reference[1]));
    }
    const word = this.#word();
    if (word === '') {
      this.at += 1;
      return null;
    }
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word);
    return Number.isNaN(number) ? null : number;
  }

  #dictionary(): Dictionary {
    const entries: Dictionary = new Map();
    this.at += 2;
    for (;;) {
      this.#skip();
      if (this.#text.startsWith('>>', this.at) || this.at >= this.#text.length) break;
      const key = this.read();
      const value = this.read();
      if (key instanceof Name) entries.set(key.value, value);
    }
    this.at += 2;
    return entries;
  }

  #array(): Value[] {
    const values: Value[] = [];
    this.at += 1;
    for (;;) {
      this.#skip();
      if (this.#text[this.at] === ']' || this.at >= this.#text.length) break;
      values.push(this.read());
    }
    this.at += 1;
    return values;
  }

  #string(): string {
    let depth = 1;
    let out = '';
    for (this.at += 1; this.at < this.#text.length; this.at += 1) {
      const character = this.#text[this.at]!;
      if (character === '\\') {
        this.at += 1;
        const octal = /^[0-7]{1,3}/.exec(this.#text.slice(this.at, this.at + 3))?.[0];
        if (octal !== undefined) {
          out += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
          this.at += octal.length - 1;
        } else
          out +=
            { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }[this.#text[this.at]!] ??
            this.#text[this.at]!;
        continue;
      }
      if (character === '(') depth += 1;
      if (character === ')' && (depth -= 1) === 0) break;
      out += character;
    }
    this.at += 1;
    return out;
  }
}

/**
 * Read every object of a PDF file, those in object streams too, by scanning it rather than by its table of contents,
 * so that a damaged or updated file is read as well; a later object replaces an earlier one of the same number.
 */
export function readObjects(bytes: Uint8Array): Map<number, PdfObject> {
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.slice(0, 1024).includes('%PDF-')) throw new DocumentError('It is no PDF file.');
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text))
    throw new DocumentError('It is encrypted; save a copy without a password.');
  const objects = new Map<number, PdfObject>();
  const start = /(?<![\d])(\d+)\s+\d+\s+obj(?![a-z])/g;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const reader = new ValueReader(text, match.index + match[0].length);
    const object: PdfObject = { value: reader.read() };
    const opening = /^\s*stream\r?\n/.exec(text.slice(reader.at, reader.at + 32));
    if (opening !== null && object.value instanceof Map) {
      const from = reader.at + opening[0].length;
      const length = object.value.get('Length');
      const stated =
        typeof length === 'number' && /^\s*endstream/.test(text.slice(from + length, from + length + 16));
      const to = stated ? from + length : text.indexOf('endstream', from);
      object.stream = bytes.subarray(from, to);
      reader.at = to;
    }
    objects.set(Number(match[1]), object);
    start.lastIndex = reader.at;
  }
  for (const object of [...objects.values()]) {
    if (object.value instanceof Map && nameOf(object.value.get('Type')) === 'ObjStm') unpack(object, objects);
  }
  return objects;
}

export const nameOf = (value: Value | undefined): string | undefined =>
  value instanceof Name ? value.value : undefined;

function unpack({ value, stream }: PdfObject, objects: Map<number, PdfObject>): void {
  const dictionary = value as Dictionary;
  const first = dictionary.get('First');
  const count = dictionary.get('N');
  if (stream === undefined || typeof first !== 'number' || typeof count !== 'number') return;
  const text = Buffer.from(inflateSync(stream)).toString('latin1');
  const head = new ValueReader(text);
  for (let index = 0; index < count; index += 1) {
    const number = head.read();
    const offset = head.read();
    if (typeof number !== 'number' || typeof offset !== 'number') return;
    objects.set(number, { value: new ValueReader(text, first + offset).read() });
  }
}
