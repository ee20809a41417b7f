import { expect, test } from 'vitest';
import { convertMessages } from '../../../src/integrations/traditional-messages.ts';

test('converts the messages and their marks; English keeps its own marks', () => {
  const code =
    "const zh = { none: (typed) => `没有找到“${typed}”的链接。` };\nconst en = { none: 'No “客户”.' };";
  expect(convertMessages(code)).toBe(
    "const zh = { none: (typed) => `沒有找到「${typed}」的連結。` };\nconst en = { none: 'No “客戶”.' };",
  );
});

test('uses the words that were reviewed where the characters alone won’t do', () => {
  expect(convertMessages('const zh = "幻灯片、二维码、文件夹、这些字挨得近、这台设备、朱色";')).toBe(
    'const zh = "投影片、QR 碼、資料夾、這些字挨得近、這台裝置、朱色";',
  );
});
