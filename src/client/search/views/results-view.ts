import { htmlLang, type Language } from '../../../i18n/languages.ts';
import type { SearchTexts } from '../../../i18n/search.ts';
import { excerptOf, markRuns, type Run } from '../../../search/query/show/excerpt.ts';
import type { PageText } from '../../../search/format/files.ts';
import { occurrences } from '../../../search/query/show/occurrences.ts';
import { numberOf, ruleOf } from '../../../search/format/records.ts';
import { markedAddress } from '../marks/marked-address.ts';
import { element } from '../../kit/element.ts';
import type { ShownHit } from '../sources/source.ts';

interface Context {
  lang: Language;
  texts: SearchTexts;
  terms: readonly string[];
}

/** UTF-16 units that fill two or three lines. */
const excerptLength = { zh: 88, en: 180 } as const;

const runNodes = (runs: readonly Run[]): (Node | string)[] =>
  runs.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));

function kindLabel({ type, id }: ShownHit, t: SearchTexts): string {
  if (type === 'rule') return t.rule(numberOf(id));
  if (type === 'case') return t.caseOf(numberOf(id));
  return type === 'chapter' ? t.chapter(numberOf(id)) : t.types[type];
}

/** Results whose excerpts are waited for: as many as a phone shows at first. */
const awaitedExcerpts = 4;
/** Milliseconds that titles wait for their excerpts. For later ones there is room. */
const maxExcerptWaitMs = 50;

/** Wait for the texts of the first results, but not for long, so that titles and excerpts appear together. */
export async function awaitFirstExcerpts(hits: readonly ShownHit[]): Promise<void> {
  const first = hits.slice(0, awaitedExcerpts).map(({ text }) => text().catch(() => undefined));
  await Promise.race([Promise.all(first), new Promise((resolve) => setTimeout(resolve, maxExcerptWaitMs))]);
}

/** A result that shows its title at once, and its excerpt as soon as the text is there. */
function hitItem(hit: ShownHit, { lang, texts, terms }: Context): HTMLLIElement {
  const { type, id, title, language, address, book } = hit;
  const kind = element('span', { class: 'label' }, kindLabel(hit, texts));
  const heading = element('span', { class: 'title', lang: htmlLang[language] });
  heading.append(...runNodes(markRuns(title, occurrences(title, terms))));
  const from = book === undefined ? [] : [element('span', { class: 'book' }, book.title)];
  const anchor = element('a', { href: markedAddress(address, terms, '') }, kind, heading, ...from);
  const excerpt = element('p', { class: 'excerpt', lang: htmlLang[language] });
  const item = element('li', { 'data-id': id, 'data-type': type }, anchor, excerpt);
  if (book !== undefined) item.dataset['book'] = book.id;
  const fill = ({ blocks, title: both, name }: PageText): void => {
    const { runs, block, count } = excerptOf(blocks, terms, excerptLength[language]);
    excerpt.replaceChildren(...runNodes(runs));
    if (count > 1) excerpt.append(' ', element('small', { lang: htmlLang[lang] }, texts.times(count)));
    anchor.href = markedAddress(address, terms, block);
    if (name) kind.textContent = name[lang] ?? name.zh;
    const own = both[lang];
    if (own !== undefined && language !== lang) {
      heading.lang = htmlLang[lang];
      heading.textContent = own;
    }
  };
  whenSeen(item, () => {
    // If the text can't be fetched, the title still leads to the page.
    hit.text().then(fill, () => undefined);
  });
  return item;
}

let observer: IntersectionObserver | undefined;
const waiting = new WeakMap<Element, () => void>();

/** Act once an element is on the screen; at once in a browser that can't tell. */
function whenSeen(target: Element, act: () => void): void {
  if (typeof IntersectionObserver === 'undefined') {
    act();
    return;
  }
  observer ??= new IntersectionObserver((entries, own) => {
    for (const { isIntersecting, target: seen } of entries) {
      if (!isIntersecting) continue;
      own.unobserve(seen);
      waiting.get(seen)?.();
    }
  });
  waiting.set(target, act);
  observer.observe(target);
}

/**
 * Results as list items, in order. Results of one rule, or of one chapter without rules, are a group: the others are listed below
 * the best one.
 */
export function resultItems(hits: readonly ShownHit[], context: Context): HTMLLIElement[] {
  const leads = new Map<string, HTMLLIElement>();
  const items: HTMLLIElement[] = [];
  for (const hit of hits) {
    const item = hitItem(hit, context);
    const group = hit.type === 'term' ? undefined : `${hit.book?.id ?? ''}/${ruleOf(hit.id)}`;
    const lead = group === undefined ? undefined : leads.get(group);
    if (lead) {
      const list = lead.querySelector('ol') ?? lead.appendChild(element('ol'));
      list.append(item);
    } else {
      if (group !== undefined) leads.set(group, item);
      items.push(item);
    }
  }
  return items;
}
