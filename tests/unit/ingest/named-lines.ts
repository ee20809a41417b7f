import { seededRandom } from '../../../samples/random.ts';

/** A line with a name that stays with it through all editions. */
export interface Named {
  name: number;
  text: string;
}

const words = '客户合同交货账本仓库门店短会退货票据签字值班盘点电话报价样品改期道歉回访';
/** A made book with words that are on several lines. */
export function makeNamed(seed: number): Named[] {
  const random = seededRandom(seed);
  const sentence = (length: number) =>
    Array.from({ length }, () => words[random.below(words.length)] ?? '客').join('');
  const lines: Named[] = [];
  const add = (text: string) => lines.push({ name: lines.length, text });
  for (let chapter = 1; chapter <= 12; chapter += 1) {
    add(`第${String(chapter)}站 ${sentence(5)}`);
    for (let rule = 0; rule < 4; rule += 1) {
      add('');
      // The same words again and again, as running heads and labels are.
      add(rule === 0 ? '小结' : sentence(6));
      add(`${sentence(40)}。`);
      add('思考');
      add(`${sentence(30)}。`);
    }
  }
  return lines;
}

/** Another edition: lines put in, taken out, moved and mended. */
export function editNamed(lines: Named[], seed: number): Named[] {
  const random = seededRandom(seed);
  const edited = lines.map((line) => ({ ...line }));
  for (let change = 0; change < 25; change += 1) {
    const at = random.below(edited.length);
    const kind = random.below(4);
    if (kind === 0) edited.splice(at, 0, { name: -1, text: `新添的一行${String(random.below(1000))}。` });
    else if (kind === 1) edited.splice(at, 1);
    else if (kind === 2) edited.splice(random.below(edited.length), 0, ...edited.splice(at, 1));
    else {
      const line = edited[at];
      if (line && line.text.length > 4) line.text = `${line.text.slice(0, 2)}改${line.text.slice(3)}`;
    }
  }
  return edited;
}
