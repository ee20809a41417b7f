/** Pages that an engine may answer with, a payload in each of their texts. */
export function payloadAnswer(template: string, payloads: readonly string[]): object {
  const shown = (payload: string) => ({
    title: { zh: `客户${payload}`, en: `Customer ${payload}` },
    name: { zh: payload, en: payload },
    keywords: [payload],
    keywordsEn: [payload],
    spelt: [payload],
    blocks: [
      ['', `客户${payload}`],
      [payload, `客户的话${payload}`],
    ],
    english: [[payload, `customer ${payload}`]],
    address: payload,
  });
  const hits = payloads.map((payload, index) => ({
    _score: 1,
    _source: {
      book: 'handbook',
      type: (['rule', 'chapter', 'case', 'term', 'front'] as const)[index % 5],
      entry: index % 5 === 1 ? '01' : `01-${String(10 + index)}${index % 5 === 2 ? '-1' : ''}`,
      facets: { chapter: ['01'], industry: [payload], place: [payload], ['__proto__']: [payload] },
      shown: shown(payload),
    },
  }));
  const buckets = payloads.map((payload) => ({
    key: payload,
    doc_count: 1,
    one: { hits: { hits: [{ _source: { shown: { keywords: [payload], keywordsEn: [payload] } } }] } },
    pages: { hits: { hits: [{ _source: { shown: shown(payload) } }] } },
  }));
  const count = (number: number) => ({ doc_count: number, buckets: [{ doc_count: number }] });
  const found = template === 'nearest' || template === 'texts' ? hits.length : 100;
  return {
    hits: { total: { value: found }, hits },
    aggregations: {
      found: count(found),
      all: count(found),
      plans: count(found),
      named: count(found),
      english: count(found),
      holes: { buckets },
      keywords: { ours: { values: { buckets } } },
      ...Object.fromEntries(
        ['type', 'chapter', 'industry', 'role', 'country', 'year', 'outcome'].map((name) => [
          name,
          { values: { buckets } },
        ]),
      ),
    },
  };
}

/** Bodies that are no answer, by what is wrong with them. */
export const brokenAnswers: Readonly<Record<string, string>> = {
  'a page': '<!doctype html><script>alert(1)</script>',
  nothing: '',
  null: 'null',
  'a list': '[]',
  'a number past all numbers': '1e999',
  'hits that are none': '{"hits":{"hits":[{}]}}',
  'the prototype of objects': '{"__proto__":{"hits":{"hits":[]}},"constructor":{"prototype":{"hits":1}}}',
  'counts of things that are none':
    '{"hits":{"total":{"value":-5},"hits":[]},"aggregations":{"found":{"doc_count":1e999}}}',
  'paths for identifiers':
    '{"hits":{"total":{"value":1},"hits":[{"_score":1,"_source":{"book":"handbook","type":"rule","entry":"../../../x","shown":{"title":{"zh":"客户"}}}}]},"aggregations":{"found":{"doc_count":1}}}',
  'objects nested without end': `${'{"hits":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  'ten million characters': `{"hits":{"hits":[]},"x":"${'长'.repeat(4_000_000)}"}`,
  'pieces that never answer': '{"_shards":{"failed":1},"hits":{"hits":[]}}',
};
