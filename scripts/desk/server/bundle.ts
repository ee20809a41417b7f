import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { paletteCss } from '../../../src/styles/palette-css.ts';

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The desk's script and style, made when they are first asked for. No build of the site has them. */
export class Bundle {
  #script: Promise<string> | undefined;
  #style: Promise<string> | undefined;

  async script(): Promise<string> {
    return (this.#script ??= make('../browser/main.ts'));
  }

  async style(): Promise<string> {
    return (this.#style ??= make('../browser/desk.css').then((style) => `${paletteCss()}\n${style}`));
  }
}

async function make(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [pathOf(entry)],
    bundle: true,
    write: false,
    minify: false,
    format: 'esm',
    target: 'es2022',
    define: { 'import.meta.env': '{}' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
