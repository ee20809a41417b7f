import { hash } from 'node:crypto';
import { KeptFiles } from './kept-files.ts';

/** Folder of values that builds keep. Unset, as in tests and in development, nothing is kept longer than the process. */
export const keptValuesVariable = 'KEPT_VALUES';

/** How many values are kept that the last run didn't ask for. */
const defaultMaxUnused = 20_000;

/** Whatever has a value to write down when the process ends. */
const opened = new Set<{ save: () => void }>();

/** Write down what was made so far, for other processes as well. Happens by itself when the process ends. */
export function saveKeptValues(): void {
  for (const each of opened) each.save();
}

type Kept = Record<string, unknown>;

export interface KeptValuesOptions {
  /** How many values are kept that the last run didn't ask for. Default: 20,000. */
  maxUnused?: number;
}

/**
 * What is made of texts, kept between builds: making it anew would take longer than reading it. A value is kept as JSON, and each one handed out
 * is the caller's own. If the folder can't be written, nothing is kept.
 * @param name of the file; one maker has one
 * @param fingerprint of the code that makes the values
 */
export class KeptValues<T> {
  readonly #key: string;
  readonly #fingerprint: () => string;
  readonly #maxUnused: number;
  readonly #values = new Map<string, string>();
  #former: Kept | undefined;
  #changed = false;

  constructor(
    name: string,
    fingerprint: () => string,
    { maxUnused = defaultMaxUnused }: KeptValuesOptions = {},
  ) {
    this.#key = name;
    this.#fingerprint = fingerprint;
    this.#maxUnused = maxUnused;
  }

  /** What was made of this input, or is made now. */
  of(input: string, make: () => T): T {
    if (process.env[keptValuesVariable] === undefined) return make();
    this.#former ??= this.#open();
    const key = hash('sha256', input).slice(0, 32);
    const known = this.#values.get(key) ?? this.#former[key];
    if (typeof known === 'string') {
      this.#values.set(key, known);
      return JSON.parse(known) as T;
    }
    const value = make();
    const json = JSON.stringify(value, finite);
    if (json !== undefined && !json.includes('\\u0000unkept')) {
      this.#values.set(key, json);
      this.#changed = true;
    }
    return value;
  }

  #files(): KeptFiles | undefined {
    try {
      return new KeptFiles(process.env[keptValuesVariable] ?? '');
    } catch (error) {
      if (isDiskError(error)) return undefined;
      throw error;
    }
  }

  #open(): Kept {
    if (opened.size === 0) process.once('exit', saveKeptValues);
    opened.add(this);
    const text = this.#files()?.get(this.#key)?.toString();
    const kept = text === undefined ? undefined : (JSON.parse(text) as { of: string; values: Kept });
    return kept?.of === this.#fingerprint() ? kept.values : {};
  }

  /** Write down what was made; happens by itself when the process ends. */
  save(): void {
    if (!this.#changed) return;
    this.#changed = false;
    const unused = Object.entries(this.#former ?? {}).filter(([key]) => !this.#values.has(key));
    const values = Object.fromEntries([
      ...unused.slice(Math.max(0, unused.length - this.#maxUnused)),
      ...this.#values,
    ]);
    try {
      this.#files()?.put(this.#key, JSON.stringify({ of: this.#fingerprint(), values }));
    } catch (error) {
      // A full or read-only disk costs the next run time, and this one nothing.
      if (!isDiskError(error)) throw error;
    }
  }
}

const unkept = '\u0000unkept';
/** JSON has no word for these numbers: what holds one isn't kept. */
const finite = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)) ? unkept : value;

const isDiskError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
