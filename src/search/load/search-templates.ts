import { listSize, pageSize, type SearchTemplate } from '../engine/names.ts';
import { points, termHandicap, sameFieldBonus } from '../query/rank/rank.ts';

/** Pages that are read to see how they fill a hole in a mistyped word. */
const candidates = 16;
/** Titles that may be spelt by some letters, or be near to some text. */
const titles = listSize;
/** Words that a mistyped one may have been, at most. */
const nearWords = 10;
/** Keywords that are offered if nothing was found. */
const keywords = 10;

/** Points for a term that a page has in its title and among its keywords; the others are the static index's own. */
const pointsInBoth = 3;

type Json = string;

/** The items of a list, with commas between them; the last one is marked as such. */
const each = (list: string, item: Json): Json =>
  // A bracket of JSON beside one of Mustache would be read as a third of its own.
  ` {{#${list}}} ${item} {{^last}},{{/last}} {{/${list}}} `;
const constant = (filter: Json, boost: number): Json =>
  `{"constant_score":{"filter":${filter},"boost":${boost}}}`;
const phrase = (field: string): Json => `{"match_phrase":{"${field}{{sub}}":"{{text}}"}}`;
const term = (field: string): Json => `{"term":{"${field}":"{{text}}"}}`;
const allOf = (...filters: Json[]): Json => `{"bool":{"filter":[${filters.join(',')}]}}`;
const anyOf = (filters: Json): Json => `{"bool":{"should":[${filters}],"minimum_should_match":1}}`;
const noneOf = (filters: Json): Json => `{"bool":{"must_not":[${filters}]}}`;
const ids = (list: string): Json => `{"ids":{"values":[${each(list, '"{{id}}"')}]}}`;

/** Pages of the handbook that is searched; of all of them if none is named. */
const ofBook = '{{#book}}{"term":{"book":"{{book}}"}}{{/book}}{{^book}}{"match_all":{}}{{/book}}';
/** Pages that may be found, without those that the reader has already. */
const open = `${ofBook},${noneOf(ids('without'))}`;

/** A page has one of a slot's phrases. */
const slotIn = (clause: Json): Json => anyOf(each('any', clause));
const excluded = noneOf(each('excluded', phrase('all')));

/** Pages that have every slot, or, loosely, at least one. */
const matches = `{{^loose}}${allOf(`${each('slots', slotIn(phrase('all')))}`)}{{/loose}}{{#loose}}${anyOf(each('slots', slotIn(phrase('all'))))}{{/loose}}`;

/** What a phrase is worth on a page. */
const worth = `{"bool":{"should":[{"dis_max":{"queries":[${[
  constant(term('title.whole'), points.titleWhole),
  constant(`{"prefix":{"title.whole":"{{text}}"}}`, points.titleStart),
  constant(phrase('title'), points.title),
  constant(term('keywords.whole'), points.keywordWhole),
  constant(phrase('keywords'), points.keyword),
  constant(phrase('summary'), points.summary),
  `{{#loose}}${constant(phrase('all'), points.text)}{{/loose}}{{^loose}}${constant('{"match_all":{}}', points.text)}{{/loose}}`,
].join(
  ',',
)}]}},${constant(allOf(phrase('title'), phrase('keywords')), pointsInBoth)},{"function_score":{"query":${allOf(phrase('title'))},"functions":[{"field_value_factor":{"field":"titleLength","modifier":"reciprocal"},"weight":"{{share}}"}],"boost_mode":"replace"}}]}}`;

const slotWorth = `{"bool":{"should":[{"dis_max":{"queries":[${each('any', worth)}]}}],"boost":"{{weight}}"}}`;

/** A page has several slots, and has all that it has of them in one field. */
const inOneField = (clause: Json): Json =>
  `{"bool":{"should":[${each('slots', slotIn(clause))}],"minimum_should_match":2,"filter":[${each(
    'slots',
    anyOf(`${noneOf(slotIn(phrase('all')))},${slotIn(clause)}`),
  )}]}}`;

/** A page that has several terms all in its title, or all as keywords, is about just them. */
const together = `{{#together}},${constant(
  anyOf(`${inOneField(phrase('title'))},${inOneField(term('keywords.whole'))}`),
  sameFieldBonus,
)}{{/together}}`;

/** A glossary entry is short; unless it is just what was typed, the rules on the matter come first. */
const notOnlyTerm = constant(
  anyOf(`${noneOf('{"term":{"type":"term"}}')},${each('slots', slotIn(term('title.whole')))}`),
  termHandicap,
);

const order = '"sort":[{"_score":"desc"},{"typeOrder":"asc"},{"order":"asc"},{"book":"asc"}]';
/** What a result is without its text. */
const head = '"book","type","entry","facets","shown.title","shown.name","shown.address"';
const spelling = `"_source":[${head},"shown.keywords"]`;
/** What a result shows; with `brief`, without its text. */
const source = `"_source":{{#brief}}[${head}]{{/brief}}{{^brief}}["book","type","entry","facets","shown"]{{/brief}}`;
const chosen = `{"term":{"{{field}}":"{{value}}"}}`;

/**
 * How many pages there are before anything is chosen, and before a reader chooses; and facet counts: each over
 * the pages that pass all other facets, so that a count is the number of results after that choice.
 */
const counted = `"aggs":{"found":{"filter":{"match_all":{}}},"all":{"filter":{"bool":{"filter":[${each('scope', chosen)}]}}} {{#counted}} ,"{{name}}":{"filter":{"bool":{"filter":[${each('others', chosen)}]}},"aggs":{"values":{"terms":{"field":"{{field}}","size":1000}}}} {{/counted}} }`;

const narrowed = `"post_filter":{"bool":{"filter":[${each('narrow', chosen)}]}}`;
const size = `"size":{{#brief}}${listSize}{{/brief}}{{^brief}}${pageSize}{{/brief}}`;
const results = `"from":"{{from}}",${size},"track_total_hits":true,${source},${narrowed},${counted}`;

const gapsIn = (clauses: Json, maxGaps: string, ordered: boolean, field = 'all'): Json =>
  `{"intervals":{"${field}.each":{"all_of":{"ordered":${ordered},"max_gaps":"${maxGaps}","intervals":[${clauses}]}}}}`;
const run = (name: string): Json => `{"match":{"query":"{{${name}}}","ordered":true,"max_gaps":0}}`;

const matchEn = (field: string, boost: number): Json =>
  `{"match":{"${field}":{"query":"{{text}}","boost":${boost}}}}`;
const englishWord = `{"dis_max":{"tie_breaker":0.3,"queries":[${matchEn('titleEn', 8)},${matchEn('keywordsEn', 4)},${matchEn('allEn', 1)}]}}`;
/** A title that is just what was typed comes first, then those that begin with it, then those that have it. */
const englishTitle = [
  '{"term":{"titleEn.whole":"{{typed}}"}}',
  '{"prefix":{"titleEn.whole":"{{typed}}"}}',
  '{"match_phrase_prefix":{"titleEn.words":"{{typed}}"}}',
]
  .map((filter) => constant(filter, 1000))
  .join(',');
/** A word, an inflection of it, or one that begins with it. */
const beginning = '{"prefix":{"allEn.words":"{{beginning}}"}}';

const hole = gapsIn(`${run('before')},${run('after')}`, '1', true);
const holeInName = anyOf(
  ['title', 'keywords']
    .map((field) => gapsIn(`${run('before')},${run('after')}`, '1', true, field))
    .join(','),
);

/**
 * The source of each search that a page may ask for, as search templates stored in the cluster. A page sends
 * the values alone: which words, which facets, from which result on. It cannot make a query of its own, nor ask
 * for more results at once than these allow, so a web server in front can refuse everything else.
 *
 * The language is Mustache; a value is in quotation marks, escaped for JSON.
 */
export const templateSources: Record<SearchTemplate, string> = {
  find: `{${results},"query":{"bool":{"filter":[${matches},${excluded},${open}],"should":[${each('slots', slotWorth)},${notOnlyTerm}${together}]}},${order}}`,
  probe: `{"size":0,"track_total_hits":false,"query":${allOf(ofBook)},"aggs":{"plans":{"filters":{"filters":[${each(
    'plans',
    `{"bool":{"filter":[${each('slots', slotIn(phrase('all')))}],"must_not":[${each('excluded', phrase('all'))}]}}`,
  )}]}},"named":{"filters":{"filters":[${each('names', anyOf(`${term('title.whole')},${term('keywords.whole')}`))}]}},"english":{"filters":{"filters":[${each('words', '{"prefix":{"allEn.words":"{{text}}"}}')}]}}}}`,
  holes: `{"size":0,"query":${allOf(ofBook)},"aggs":{"holes":{"filters":{"filters":[${each(
    'holes',
    `{{#names}}${holeInName}{{/names}}{{^names}}${hole}{{/names}}`,
  )}]},"aggs":{"pages":{"top_hits":{"size":${candidates},"sort":[{"order":"asc"}],"_source":["order","shown.title","shown.keywords" {{^names}},"shown.blocks"{{/names}}]}}}}}}`,
  scattered: `{${results},"query":{"bool":{"filter":[${gapsIn(each('characters', run('text')), '{{gaps}}', false)},${excluded},${open}],"should":[${each('nearer', constant(gapsIn(each('characters', run('text')), '{{nearest}}', false), 1))}]}},${order}}`,
  english: `{${results},"query":{"bool":{"filter":[{"bool":{"should":[${each('words', beginning)}],"minimum_should_match":"{{least}}"}},${noneOf(each('excluded', beginning))},{"exists":{"field":"titleEn"}},${open}],"should":[${each('words', englishWord)},${englishTitle}]}},${order}}`,
  pinyin: `{"from":"{{from}}","size":${titles},${spelling},"sort":[{"typeOrder":"asc"},{"order":"asc"},{"book":"asc"}],"query":{"bool":{"filter":[${ofBook}],"should":[{"prefix":{"initials":"{{initials}}"}},{"regexp":{"pinyin":{"value":"{{pattern}}"}}}],"minimum_should_match":1}}}`,
  near: `{"size":0,"suggest":{"words":{"text":"{{word}}","term":{"field":"allEn.words","size":${nearWords},"max_edits":1,"prefix_length":0,"min_word_length":4,"suggest_mode":"always","sort":"frequency"}}}}`,
  number: `{"size":5,"_source":["book","type","entry","facets","shown"],"query":{"bool":{"filter":[{"term":{"number":"{{number}}"}},${ofBook}]}},${order}}`,
  texts: `{"size":${pageSize},"_source":["book","type","entry","facets","shown"],"query":${allOf(ids('pages'), ofBook)}}`,
  nearest: `{"size":${titles},"_source":[${head}],"query":{"bool":{"filter":[${ofBook}],"should":[${[
    '{"match":{"title{{in}}":"{{text}}"}}',
    `{"match":{"title{{in}}.{{parts}}":"{{text}}"}}`,
  ].join(
    ',',
  )}],"minimum_should_match":1}},"aggs":{"keywords":{"global":{},"aggs":{"ours":{"filter":${ofBook},"aggs":{"values":{"terms":{"field":"keywords{{in}}.whole","size":${keywords}},"aggs":{"one":{"top_hits":{"size":1,"_source":["shown.keywords{{in}}"]}}}}}}}}}}`,
};
