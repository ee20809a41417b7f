import { light } from '../../styles/palette.ts';

/** Style of the book as EPUB and in print; readers' own settings of size and face stay in force. */
export const bookStyle = `
body { line-height: 1.75; }
h1, h2, h3 { line-height: 1.35; text-align: left; page-break-after: avoid; break-after: avoid; }
h1 { margin: 2.5em 0 .4em; font-size: 1.7em; }
h2 { margin: 2.5em 0 .2em; font-size: 1.3em; }
h3, h4, h5 { margin: 1em 0 .3em; font-size: 1em; text-align: left; }
h1 .number { display: block; font-size: .6em; font-weight: normal; }
h2 .number { color: ${light.cinnabar}; font-weight: normal; }
p { margin: 0; text-align: justify; text-indent: 2em; }
.english, .label, .by, .address { text-indent: 0; }
.label { break-after: avoid; page-break-after: avoid; }
.address { break-before: avoid; page-break-before: avoid; }
.english { margin-bottom: 1em; font-style: italic; }
.label, .address { font-size: .8em; }
.address { margin-top: 1em; text-align: right; }
.address a { color: inherit; }
blockquote { margin: 1.5em 0 1.5em 2em; }
blockquote p { text-indent: 0; }
.by { font-size: .9em; text-align: right; }
.case { margin: 1.5em 0; padding: .8em 0; border-top: 1px solid ${light.hairline}; border-bottom: 1px solid ${light.hairline}; }
.case h3 { margin-top: .2em; font-size: 1.1em; }
ul, ol { margin: 0; padding: 0 0 0 2em; }
pre { margin: 1em 0; white-space: pre-wrap; font-family: inherit; }
.part { text-indent: 0; font-size: 1.2em; }
.check { list-style: "□ "; }
li p { text-indent: 0; }
:lang(en) p, p:lang(en) { text-indent: 0; margin-bottom: .6em; text-align: start; }
li .english { font-style: normal; opacity: .8; }
a.term { color: inherit; text-decoration-style: dotted; }
table { margin: 1em 0; border-collapse: collapse; font-size: .9em; }
th, td { padding: .2em .5em; border: 1px solid ${light.hairline}; text-align: start; }
figure { margin: 1em 0; text-align: center; }
img { max-width: 100%; height: auto; }
sup { font-size: .7em; line-height: 1; }
.note { font-size: .85em; }
.note p { text-indent: 0; }
dt { margin-top: 1em; font-weight: bold; }
dt dfn { font-style: normal; }
dt span { font-weight: normal; }
dd { margin: 0; }
dd p { text-indent: 0; }
`;
