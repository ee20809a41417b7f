import { z } from 'zod';

/** The fields of a `handbook.json` that are compared. Others may come and go between releases. */
const entrySchema = z.object({
  id: z.string(),
  address: z.string(),
  permalink: z.string(),
  title: z.object({ zh: z.string() }),
});
/** The entries of a release. */
export const releaseSchema = z.object({
  chapters: z.array(entrySchema),
  rules: z.array(entrySchema),
  cases: z.array(entrySchema),
});
export type Release = z.infer<typeof releaseSchema>;

/** What has become of an old release's codes and addresses. */
export interface Comparison {
  /** Sentences about codes and addresses that lead nowhere. */
  broken: string[];
  /** Sentences about entries that are gone. Their codes lead to a page that says so. */
  gone: string[];
  /** Sentences about entries with another address. The old one leads on. */
  moved: string[];
}

/**
 * Compare a release with the one before.
 *
 * @param has whether the built site has a page at a path below its base: `r/k7mq2/`
 */
export function compareReleases(old: Release, now: Release, has: (path: string) => boolean): Comparison {
  const result: Comparison = { broken: [], gone: [], moved: [] };
  for (const kind of ['chapters', 'rules', 'cases'] as const) {
    const current = new Map(now[kind].map((entry) => [entry.permalink, entry]));
    for (const { id, permalink, title } of old[kind]) {
      const name = `${kind.slice(0, -1)} ${id} “${title.zh}”`;
      for (const path of [`r/${permalink}/`, `en/r/${permalink}/`, `${kind}/${id}/`, `en/${kind}/${id}/`])
        if (!has(path)) result.broken.push(`/${path} leads nowhere: the ${name} of the old release.`);
      const entry = current.get(permalink);
      if (!entry) result.gone.push(`${permalink}, the ${name}, is no longer in the book.`);
      else if (entry.id !== id) result.moved.push(`${permalink}, the ${name}, is now ${entry.id}.`);
    }
  }
  return result;
}
