import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { fingerprintOf } from '../freshness/fingerprint.ts';
import { KeptValues } from '../freshness/kept-values.ts';

/** Inline scripts by their files in `src/client/early`. All other scripts are files of their own. */
export type InlineScript = 'comfort' | 'embed-height' | 'late-modules' | 'lead-on' | 'shelf';

const kept = new KeptValues<string>('inline-scripts', () => '');
const made = new Map<InlineScript, { modified: number; code: string }>();

/** The script's code as text for a script element, the same for every page, so that a policy can name its hash. */
export function inlineScript(name: InlineScript): string {
  const file = join('src', 'client', 'early', `${name}.ts`);
  const modified = statSync(file).mtimeMs;
  const known = made.get(name);
  if (known?.modified === modified) return known.code;
  const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');
  const code = kept.of(fingerprintOf({ code: [file, 'src/policy/inline-scripts.ts'], values: base }), () =>
    bundle(file, base),
  );
  made.set(name, { modified, code });
  return code;
}

function bundle(file: string, base: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    // As Astro gives it to all other scripts.
    define: { 'import.meta.env.BASE_URL': JSON.stringify(base) },
  });
  return (outputFiles[0]?.text ?? '').trim();
}

/** The script's hash as a content security policy names it. */
export const scriptHash = (name: InlineScript): string =>
  `'sha256-${createHash('sha256').update(inlineScript(name)).digest('base64')}'`;
