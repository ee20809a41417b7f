import type { Messages } from './languages.ts';

/** The trainers' page. */
const zh = {
  title: '给讲师',
  description:
    '把法则和案例放进讲义：永久链接、二维码、图片卡、可编辑的幻灯片、嵌入、引用，以及检查讲义里的旧链接。',
  example: (number: string) => `下面都以法则${number}为例，链接都是真的，点开就能用。`,
  link: '永久链接',
  linkText: [
    '每章、每条法则、每则案例都有一个短码。改版时法则换了编号、换了章、改了标题，短码仍指向它；删去的，短码那一页会说明，并指出去处。',
    '地址里只有字母、数字和斜杠，贴进 PowerPoint、WPS、Keynote 都不会走样。法则页下方的“分享”可以复制链接、引用和某一段的链接。',
  ],
  qr: '二维码',
  qrText: '每条法则的页面地址后面加 qr.svg 或 qr.png，就是它的二维码，里面是永久链接，印在讲义上也不会过时。',
  card: '图片卡',
  cardText: '1200 × 630，发进聊天群或贴在封底。',
  slides: '幻灯片',
  slidesText: '原生文字，可以直接改；备注里有思考题。每条法则、每则案例一页，另有整章的。',
  one: '这条法则',
  chapters: '整章',
  plain: '中文',
  bilingual: '中英对照',
  english: 'English',
  embed: '嵌入',
  embedText: '把一条法则放进内网、学习平台或自己的网页。页面会随内容增高；支持 oEmbed 的平台贴地址即可。',
  oembed: 'oEmbed 地址',
  book: '整本带走',
  bookText: '没有网络的课堂用得上；书里每条法则都印着永久链接。',
  tools: '给其他程序',
  toolsText: '全部章、法则和案例的编号、标题、提要、页码与永久链接。',
  schema: '格式说明（JSON Schema）',
  check: '检查旧讲义',
  checkText:
    '在本站的程序目录里运行下面的命令，会逐页列出讲义里每个指向本站的链接（备注、图形、图片里的二维码都算）：有效、已移动、已删去、不认识。加 --fix 会另存一份改好链接的 .pptx。',
};

const en: typeof zh = {
  title: 'For trainers',
  description:
    'Put rules and cases on slides: permanent links, QR codes, cards, editable slides, frames, citations, and a check for old links in a deck.',
  example: (number: string) => `Everything below is a live example, made for rule ${number}.`,
  link: 'Permanent links',
  linkText: [
    'Every chapter, rule and case has a short code. Whatever number, chapter or title a new edition gives it, the code leads to it; where a rule was left out, the code’s page says so and where to go on.',
    'The address has letters, digits and slashes only, so PowerPoint, WPS and Keynote leave it alone. “Share” below a rule copies its link, its citations and links to single paragraphs.',
  ],
  qr: 'QR codes',
  qrText:
    'Put qr.svg or qr.png after the address of a rule’s page for its QR code. It holds the permanent link, so that a printed handout does not age.',
  card: 'Cards',
  cardText: '1200 × 630, for a chat or the last page of a handout.',
  slides: 'Slides',
  slidesText:
    'Native text that you can edit, with questions to discuss in the notes: one slide for each rule and case, and decks of whole chapters.',
  one: 'This rule',
  chapters: 'Whole chapters',
  plain: '中文',
  bilingual: 'Bilingual',
  english: 'English',
  embed: 'Frames',
  embedText:
    'Show a rule on an intranet, a learning platform or your own page. The frame grows with its content; platforms that know oEmbed take the address alone.',
  oembed: 'oEmbed address',
  book: 'The whole book',
  bookText: 'For a classroom without a network; every rule in it bears its permanent link.',
  tools: 'For other programs',
  toolsText:
    'Numbers, titles, summaries, printed pages and permanent links of all chapters, rules and cases.',
  schema: 'Format (JSON Schema)',
  check: 'Check an old deck',
  checkText:
    'Run this command in the folder of the site’s program. For every slide it lists the links to this site, in notes, shapes and QR codes too: fine, moved, gone or unknown. With --fix it saves a copy of a .pptx with the moved links mended.',
};

export const trainers = { zh, en } satisfies Messages<typeof zh>;
