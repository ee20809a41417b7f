import { isMap, isSeq, type Document, type YAMLSeq } from 'yaml';
import { placeOf, wordsOf } from '../../ingest/corrections/anchors.ts';
import { overridesFileSchema, type Override } from '../../../src/schemas/overrides.ts';
import type { EditContext } from './context.ts';
import { editYaml, listAt, mapAt } from './yaml-text.ts';

const heading =
  'What an editor says of a source, by the name of its file. Written by the desk; mend it by hand as you like.';

/** A correction without its place, which follows from its line. */
type Correction = Override extends infer Each
  ? Each extends Override
    ? Omit<Each, 'line' | 'between' | 'repeated'>
    : never
  : never;

/** The corrections of one source in an `overrides.yaml`, to be changed. */
export class CorrectionList {
  readonly #context: EditContext;
  /** By index in the file. Added corrections have none. */
  readonly #removed = new Set<number>();
  readonly #changed = new Map<number, Record<string, unknown>>();
  readonly #added: Record<string, unknown>[] = [];

  constructor(context: EditContext) {
    this.#context = context;
  }

  /** Remove the corrections that a test picks. */
  remove(picks: (override: Override, line: number | undefined) => boolean): void {
    this.#context.overrides.forEach((override, index) => {
      if (picks(override, this.#context.analysis.corrections[index] ?? undefined)) this.#removed.add(index);
    });
  }

  /** Remove the correction with this index. */
  removeAt(index: number): void {
    this.#removed.add(index);
  }

  /** Index of the first correction that a test picks. */
  find(picks: (override: Override, line: number | undefined) => boolean): number | undefined {
    const index = this.#context.overrides.findIndex((override, i) =>
      picks(override, this.#context.analysis.corrections[i] ?? undefined),
    );
    return index < 0 ? undefined : index;
  }

  /** Add a correction of the line with this number. */
  add(correction: Correction, line: number, repeated?: boolean): void {
    const { lines } = this.#context;
    const { words, fit } = wordsOf(correction as Override);
    const place = placeOf(lines, lines.at(line) ?? line - 1, words, fit);
    const { line: number, between } = place;
    const isRepeated = repeated ?? place.repeated === true;
    this.#added.push({ ...correction, line: number, between, ...(isRepeated ? { repeated: true } : {}) });
  }

  /** Set keys of a correction; `undefined` removes one. */
  change(index: number, keys: Record<string, unknown>): void {
    this.#changed.set(index, { ...this.#changed.get(index), ...keys });
  }

  /** Text of the changed file. */
  print(): string {
    const { name, read } = this.#context;
    return editYaml(
      read('overrides.yaml'),
      { name: 'overrides.yaml', schema: overridesFileSchema, heading },
      (document) => {
        const map = mapAt(document, []);
        const list = listAt(document, map, name);
        this.#apply(document, list);
        if (list.items.length === 0) map.delete(name);
      },
    );
  }

  #apply(document: Document, list: YAMLSeq): void {
    for (const [index, keys] of this.#changed) {
      const item = list.items[index];
      if (!isMap(item)) continue;
      for (const [key, value] of Object.entries(keys))
        if (value === undefined) item.delete(key);
        else item.set(key, document.createNode(value));
    }
    list.items = list.items.filter((_, index) => !this.#removed.has(index));
    for (const correction of this.#added) {
      const node = document.createNode(correction);
      if (isMap(node)) {
        const between = node.get('between', true);
        if (isSeq(between)) between.flow = true;
      }
      list.add(node);
    }
  }
}
