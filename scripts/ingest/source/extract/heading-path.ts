/** Headings above a place, as its owner would look for it: 第一章 … › 1.2 …. */
export class HeadingPath {
  private titles: { level: number; title: string }[] = [];

  enter(level: number, title: string): void {
    this.titles = [...this.titles.filter((above) => above.level < level), { level, title: shorten(title) }];
  }

  describe(place: string): string {
    return [...this.titles.map(({ title }) => title), place].join(' › ');
  }
}

function shorten(title: string): string {
  const text = title.replace(/\s+/g, ' ').trim();
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
