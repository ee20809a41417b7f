import { link } from '../../i18n/links.ts';
import { htmlLang, type Language } from '../../i18n/languages.ts';
import type { SearchTexts } from '../../i18n/search.ts';
import { excerptOf, markRuns, type Run } from '../../search/query/excerpt.ts';
import type { PageText } from '../../search/format/files.ts';
import { occurrences } from '../../search/query/occurrences.ts';
import { numberOf, pathOf, ruleOf, type RecordType } from '../../search/format/records.ts';
import { markedAddress } from './address.ts';
import type { Hit } from '../../search/browser/answer.ts';
import { element } from '../kit/element.ts';

interface Context {
  lang: Language;
  texts: SearchTexts;
  terms: readonly string[];
  /** Fetches what a hit shows. */
  text: (hit: Hit) => Promise<PageText>;
}

interface Named {
  type: RecordType;
  id: string;
}

/** UTF-16 units that fill two lines or three; a Han character says as much as half a word. */
const excerptLength = { zh: 88, en: 180 } as const;

const runNodes = (runs: readonly Run[]): (Node | string)[] =>
  runs.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));

function kindLabel({ type, id }: Named, t: SearchTexts): string {
  if (type === 'rule') return t.rule(numberOf(id));
  if (type === 'case') return t.caseOf(numberOf(id));
  return type === 'chapter' ? t.chapter(numberOf(id)) : t.types[type];
}

/** A hit that shows at once what is known of it, and its excerpt as soon as the text is there. */
function hitItem(
  hit: Hit,
  named: Named,
  title: string,
  { lang, texts, terms, text }: Context,
): HTMLLIElement {
  const address = link(lang, pathOf(named.type, named.id));
  const kind = element('span', { class: 'label' }, kindLabel(named, texts));
  const heading = element('span', { class: 'title', lang: htmlLang[hit.language] });
  heading.append(...runNodes(markRuns(title, occurrences(title, terms))));
  const anchor = element('a', { href: markedAddress(address, terms, '') }, kind, heading);
  const excerpt = element('p', { class: 'excerpt', lang: htmlLang[hit.language] });
  const item = element('li', { 'data-id': named.id, 'data-type': named.type }, anchor, excerpt);
  const fill = ({ blocks, title: both, name }: PageText): void => {
    const { runs, block, count } = excerptOf(blocks, terms, excerptLength[hit.language]);
    excerpt.replaceChildren(...runNodes(runs));
    if (count > 1) excerpt.append(' ', element('small', { lang: htmlLang[lang] }, texts.times(count)));
    anchor.href = markedAddress(address, terms, block);
    if (name) kind.textContent = name[lang] ?? name.zh;
    const own = both[lang];
    if (own !== undefined && hit.language !== lang) {
      heading.lang = htmlLang[lang];
      heading.textContent = own;
    }
  };
  whenSeen(item, () => {
    // Without the text there is still the title, which leads there.
    text(hit).then(fill, () => undefined);
  });
  return item;
}

const seen =
  typeof IntersectionObserver === 'undefined'
    ? undefined
    : new IntersectionObserver((entries) => {
        for (const { isIntersecting, target } of entries) {
          if (!isIntersecting) continue;
          seen?.unobserve(target);
          waiting.get(target)?.();
        }
      });
const waiting = new WeakMap<Element, () => void>();

function whenSeen(target: Element, act: () => void): void {
  if (!seen) {
    act();
    return;
  }
  waiting.set(target, act);
  seen.observe(target);
}

/**
 * Hits as list items, in order. Hits of one rule, or of one chapter without rules, are grouped: the best one
 * leads, the others follow below it.
 */
export async function resultItems(hits: readonly Hit[], context: Context): Promise<HTMLLIElement[]> {
  const leads = new Map<string, HTMLLIElement>();
  const items: HTMLLIElement[] = [];
  // A site too large for records at hand has a hit's name in its text alone.
  const names = await Promise.all(hits.map((hit) => hit.record ?? context.text(hit)));
  for (const [position, hit] of hits.entries()) {
    const named = names[position];
    if (!named) continue;
    const title =
      typeof named.title === 'string' ? named.title : (named.title[hit.language] ?? named.title.zh);
    const item = hitItem(hit, named, title, context);
    const group = named.type === 'term' ? undefined : ruleOf(named.id);
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
