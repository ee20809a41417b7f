import { expect, test } from 'vitest';
import { readBody } from '../../../src/edition/texts/body.ts';

test('a body’s blocks are what its Markdown says', () => {
  const markdown = `先数一遍[^3]。

[^3]: 再数一遍。

| 项目 | 数 |
| --- | --- |
| 灯 | 三 |

1. 甲
2. 乙

- 丙

![图1](../pictures/0123456789abcdef-64x48.png)

\`\`\`
a  b
\`\`\`

### 小结
`;
  expect(readBody(markdown)).toEqual([
    { type: 'paragraph', text: '先数一遍[3]。' },
    { type: 'note', text: '[3] 再数一遍。' },
    {
      type: 'table',
      rows: [
        ['项目', '数'],
        ['灯', '三'],
      ],
    },
    { type: 'list', ordered: true, start: 1, items: ['甲', '乙'] },
    { type: 'list', ordered: false, start: 1, items: ['丙'] },
    { type: 'picture', picture: { name: '0123456789abcdef-64x48.png', width: 64, height: 48 }, alt: '图1' },
    { type: 'code', text: 'a  b' },
    { type: 'heading', text: '小结', depth: 3 },
  ]);
});
