import { expect, test } from 'vitest';
import { relate } from '../../../src/queries/arrange/relate.ts';

const entries = [
  { id: 'a', keywords: ['铁三角', '交付'], text: '项目小组怎样配合' },
  { id: 'b', keywords: ['铁三角'], text: '三个人一张作战图' },
  { id: 'c', keywords: ['满意度'], text: '回访电话打给谁' },
  { id: 'd', keywords: ['回款'], text: '项目小组怎样收款' },
];
const related = relate(entries, 2);

test('puts an entry with a keyword in common first and names the keyword', () => {
  expect(related.get('a')?.[0]).toEqual({ id: 'b', shared: ['铁三角'] });
});

test('finds likeness in words where no keyword is shared', () => {
  expect(related.get('d')).toEqual([{ id: 'a', shared: [] }]);
});

test('relates nothing to an entry that is like no other, and none to itself', () => {
  expect(related.get('c')).toEqual([]);
  for (const [id, relations] of related) expect(relations.map((relation) => relation.id)).not.toContain(id);
});
