import { relate } from './arrange/relate.ts';
import { getBook, type RuleSummary } from './book.ts';
import { assertShown } from '../freshness/shown.ts';
import { memo } from './memo.ts';
import { must } from '../lib/must.ts';

async function relateRules() {
  const { rules } = await getBook();
  const described = rules
    .filter((rule) => rule.status !== 'missing')
    .map((rule) => ({
      id: rule.id,
      keywords: [...new Set([rule, ...rule.cases].flatMap((entry) => entry.keywords?.zh ?? []))],
      text: `${rule.title.zh} ${rule.summary?.zh ?? ''}`,
    }));
  return relate(described, 3);
}

const getRelations = memo(relateRules);

/** The rules most similar to one, the best first, with the keywords that they share. A rule without text has none. */
export async function getRelated(id: string): Promise<{ rule: RuleSummary; shared: string[] }[]> {
  assertShown(`related/${id}`);
  const found = (await getRelations()).get(id) ?? [];
  const { rules } = await getBook();
  return found.map(({ id: other, shared }) => ({
    rule: must(rules.find((rule) => rule.id === other)),
    shared,
  }));
}
