import type { Destination } from '../../src/ledger/resolve.ts';
import type { HandbookAddress } from './handbook-address.ts';

/** What has become of a link. */
export interface Verdict {
  state: 'fine' | 'moved' | 'gone' | 'unknown';
  /** A sentence: where it leads now, or what became of its target. */
  note: string;
  /** Permanent address to use instead; `undefined` if there is none. */
  instead: string | undefined;
  /** Whether the link no longer leads to what it was made for. */
  broken: boolean;
}

/** What codes lead to, and what addresses led to in earlier editions. */
export interface Ways {
  destinations: Map<string, Destination>;
  former: Map<string, Destination[]>;
}

const titleOf = (destination: Destination) => destination.record.title;
const permanent = ({ site, language }: HandbookAddress, code: string) => `${site}${language}r/${code}/`;

/**
 * Find out what has become of a link.
 *
 * @param text words around it: if a number has named several entries, the title in these words shows which was meant
 */
export function judge(link: HandbookAddress, text: string, { destinations, former }: Ways): Verdict {
  if (link.named.by === 'code') {
    const destination = destinations.get(link.named.code);
    if (destination === undefined)
      return unknown(`No chapter, rule or case has ever had the code ${link.named.code}.`);
    return destination.state === 'current' ? fine(destination) : gone(destination, link);
  }
  const { address } = link.named;
  const current = [...destinations.values()].find(
    (each) => each.state === 'current' && `/${each.entry.kind}s/${each.entry.id}/` === address,
  );
  const earlier = former.get(address) ?? [];
  const candidates = [...(current === undefined ? [] : [current]), ...earlier];
  const named = candidates.filter((each) => text.includes(titleOf(each)));
  const [meant] = candidates.length === 1 ? candidates : named;
  if (candidates.length === 0) return unknown(`No chapter, rule or case was ever at ${address}.`);
  if (meant === undefined || (candidates.length > 1 && named.length > 1)) {
    const choices = candidates.map((each) => `“${titleOf(each)}” ${permanent(link, each.record.code)}`);
    return unknown(
      `The number has named ${choices.join(' and ')}. Use the address of the one that is meant.`,
    );
  }
  if (meant === current) return fine(meant);
  return meant.state === 'current' ? moved(meant, link, current !== undefined) : gone(meant, link);
}

const fine = (destination: Destination): Verdict => ({
  state: 'fine',
  note: titleOf(destination),
  instead: undefined,
  broken: false,
});

/** The verdict on a link whose target is unknown. */
export const unknown = (note: string): Verdict => ({
  state: 'unknown',
  note,
  instead: undefined,
  broken: true,
});

/** @param taken whether another entry has the number now, so that the link leads to that one */
function moved(
  destination: Extract<Destination, { state: 'current' }>,
  link: HandbookAddress,
  taken: boolean,
): Verdict {
  const { kind, id, permalink } = destination.entry;
  return {
    state: 'moved',
    note: `“${titleOf(destination)}” is now at /${kind}s/${id}/${taken ? '; another one has its old number' : ''}.`,
    instead: permanent(link, permalink),
    broken: taken,
  };
}

function gone(destination: Extract<Destination, { state: 'retired' }>, link: HandbookAddress): Verdict {
  const { next, replaced } = destination;
  const instead = next && permanent(link, next.permalink);
  const hint =
    next === undefined
      ? ''
      : ` ${replaced ? 'It was replaced by' : 'The nearest by title is'} “${next.title.zh}”, ${instead ?? ''}.`;
  return {
    state: 'gone',
    note: `“${titleOf(destination)}” is no longer in the book.${hint}`,
    instead: undefined,
    broken: true,
  };
}
