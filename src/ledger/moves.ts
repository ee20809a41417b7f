import type { BookLanguage } from '../schemas/book.ts';
import { absolute, localPath, type Language, type SiteRoot } from '../lib/book/addresses.ts';
import type { Move } from './move.ts';
import { choicePage } from './choice-page.ts';
import { redirectPage } from './redirect-page.ts';
import { inLanguage } from '../lib/language/in-language.ts';
import { formerAddresses } from './former-addresses.ts';
import type { Destination } from './resolve.ts';

/** How a site leads on from permanent codes and from addresses of earlier editions. */
export interface Moves {
  /** For hosts that answer with 301. */
  moves: Move[];
  /** For hosts that don't: pages by path in the built site, for addresses without a page. */
  pages: { path: string; content: string }[];
}

const languages = ['zh', 'en'] as const;

/**
 * Where a destination's page is, without base and language: the entry's own, or for a retired one the page that
 * explains it.
 */
function placeOf(destination: Destination): string {
  return destination.state === 'current'
    ? `${destination.entry.kind}s/${destination.entry.id}/`
    : `r/${destination.record.code}/`;
}

function titleOf(destination: Destination, lang: Language): string {
  return destination.state === 'current'
    ? inLanguage(destination.entry.title, lang)
    : destination.record.title;
}

/**
 * Work out all ways on.
 * @param chinese script that the book is written in
 */
export function planMoves(
  destinations: Map<string, Destination>,
  root: SiteRoot,
  chinese: BookLanguage = 'zh-Hans',
): Moves {
  const all = [...destinations.values()];
  const taken = new Set(
    all.map((destination) => (destination.state === 'current' ? `/${placeOf(destination)}` : '')),
  );
  const plan: Moves = { moves: [], pages: [] };
  for (const destination of all) {
    if (destination.state !== 'current') continue;
    for (const lang of languages) {
      plan.moves.push({
        from: `/${localPath(lang, `r/${destination.record.code}/`)}`,
        to: `/${localPath(lang, placeOf(destination))}`,
      });
    }
  }
  for (const [address, held] of formerAddresses(all)) {
    if (taken.has(address)) continue;
    for (const lang of languages) addFormer(plan, address.slice(1), held, { lang, chinese, root });
  }
  return plan;
}

/** The ways from one address of an earlier edition, its embedded page included. */
function addFormer(
  plan: Moves,
  former: string,
  held: Destination[],
  { lang, chinese, root }: { lang: Language; chinese: BookLanguage; root: SiteRoot },
): void {
  const file = (path: string) => `${localPath(lang, path)}index.html`;
  const [only] = held;
  if (only === undefined) return;
  if (held.length > 1) {
    const choices = held.map((each) => ({
      target: `${root.base}${localPath(lang, placeOf(each))}`,
      title: titleOf(each, lang),
    }));
    plan.pages.push({ path: file(former), content: choicePage(lang, choices, chinese) });
    return;
  }
  const lead = (from: string, to: string) => {
    plan.moves.push({ from: `/${localPath(lang, from)}`, to: `/${localPath(lang, to)}` });
    const content = redirectPage({
      target: `${root.base}${localPath(lang, to)}`,
      canonical: absolute(root, localPath(lang, to)),
      title: titleOf(only, lang),
      lang: lang === 'zh' ? chinese : 'en',
    });
    plan.pages.push({ path: file(from), content });
  };
  lead(former, placeOf(only));
  if (only.state === 'current' && only.entry.unframed !== true)
    lead(`embed/${former}`, `embed/${placeOf(only)}`);
}
