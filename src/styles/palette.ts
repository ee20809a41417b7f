/** The colours of one paper. Pages, cards, slides, the EPUB and the PDF take them from here. */
export interface Palette {
  paper: string;
  /** Ground of what lies on the paper: sheets, fields, the cover. */
  paperRaised: string;
  ink: string;
  inkSoft: string;
  /** Lines that only separate. */
  hairline: string;
  /** Borders of controls, with a contrast of 3:1 against the paper. */
  edge: string;
  /** The only accent colour. */
  cinnabar: string;
  onCinnabar: string;
  /** Ground of the house mark. */
  seal: string;
  onSeal: string;
  /** Wash beneath marked words. */
  mark: string;
}

export const light: Palette = {
  paper: '#faf7f0',
  paperRaised: '#fffdf8',
  ink: '#26211b',
  inkSoft: '#655b4e',
  hairline: '#d8cfbe',
  edge: '#8d8170',
  cinnabar: '#ab2e1c',
  onCinnabar: '#fff8ee',
  seal: '#ab2e1c',
  onSeal: '#fff8ee',
  mark: '#f6e0a8',
};

export const sepia: Palette = {
  ...light,
  paper: '#f2e7d0',
  paperRaised: '#f8efdc',
  ink: '#3b2d1d',
  inkSoft: '#66533a',
  hairline: '#d6c4a2',
  edge: '#8c7450',
  cinnabar: '#98281a',
  seal: '#98281a',
  mark: '#efcf8a',
};

export const dark: Palette = {
  ...light,
  paper: '#1b1814',
  paperRaised: '#24201a',
  ink: '#dccfbd',
  inkSoft: '#a79a86',
  hairline: '#3b342a',
  edge: '#82765f',
  cinnabar: '#e5806a',
  onCinnabar: '#241610',
  seal: '#b23c28',
  mark: '#5c4716',
};

/** Palette of print, whichever paper the reader has chosen for the screen. */
export const printed: Palette = {
  ...light,
  paper: '#fff',
  paperRaised: '#fff',
  ink: '#000',
  inkSoft: '#333',
  hairline: '#999',
  edge: '#666',
  cinnabar: '#7a1d10',
};
