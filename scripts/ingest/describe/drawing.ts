import type { Work } from '../threads/share-out.ts';
import { factsOf, type StoryFacts } from './facets.ts';
import { wordCounter, type WordCounter } from './keywords.ts';
import { summarise } from './summarise.ts';
import { tradesNamed } from './trades.ts';
import type { WordCounts } from './word-counts.ts';

/** A title and the running text below it, without that of stories. */
export interface Titled {
  title: string;
  body: string[];
}

/** A rule or chapter with the stories that it tells, so that their words need be looked at only once. */
export interface Teller extends Titled {
  kind: 'rule' | 'chapter';
  stories: Titled[];
}

/** What can be drawn from a text by itself; entries without text have neither words nor a summary. */
interface Drawn {
  words?: WordCounts;
  summary?: string | undefined;
}
export interface DrawnStory extends Drawn {
  facts: StoryFacts;
}
export interface DrawnTeller extends Drawn {
  /** Trades that a rule or one of its stories names; of a rule without text there is nothing to say. */
  trades?: string[];
  stories: DrawnStory[];
}

/** Draws from texts what they say by themselves, so that threads can share the work. */
export const drawing: Work<undefined, Teller, DrawnTeller> = {
  module: import.meta.url,
  name: 'drawing',
  readsWords: true,
  make: () => drawer(wordCounter()),
  sizeOf: ({ body, stories }) => stories.reduce((sum, story) => sum + story.body.length, body.length),
};

/** Draws from a rule or chapter, with given ways to count words and to summarise. */
export function drawer(count: WordCounter, sum = summarise): (teller: Teller) => DrawnTeller {
  const wordsOf = (title: string, texts: string[]) => count([title, ...texts].join('\n'));
  const drawnStory = ({ title, body }: Titled): DrawnStory => ({
    ...(body.length > 0 ? { words: wordsOf(title, body), summary: sum(body, 'story') } : {}),
    facts: factsOf(body),
  });
  return ({ kind, title, body, stories }) => {
    const drawnStories = () => stories.map(drawnStory);
    if (kind === 'chapter') return { summary: sum(body, 'argument'), stories: drawnStories() };
    const text = [...body, ...stories.flatMap((story) => story.body)];
    if (text.length === 0) return { stories: drawnStories() };
    const whole = text.join('\n');
    return {
      words: wordsOf(title, text),
      summary: sum(body.length > 0 ? body : text, 'argument'),
      ...(whole === '' ? {} : { trades: tradesNamed(whole) }),
      stories: drawnStories(),
    };
  };
}
