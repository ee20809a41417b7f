import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { contentDir } from '../../edition/files/environment.ts';
import { pictureAt } from '../../lib/book/picture.ts';

const folder = join(contentDir, 'pictures');

export function getStaticPaths() {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder, { withFileTypes: true })
      // A link could lead to any file of this machine, and the site would publish it.
      .filter((entry) => entry.isFile() && pictureAt(`../pictures/${entry.name}`) !== undefined)
      .map(({ name }) => ({ params: { name } }))
  );
}

/** A picture of the book's text, as ingest wrote it. */
export const GET: APIRoute = ({ params: { name = '' } }) =>
  new Response(new Uint8Array(readFileSync(join(folder, name))), {
    headers: { 'Content-Type': name.endsWith('.png') ? 'image/png' : 'image/jpeg' },
  });
