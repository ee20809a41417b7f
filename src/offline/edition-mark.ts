/*
 * Every page of the site says on its first element which edition it is of: `<html lang="en" data-edition="5d41402abc4b">`. The layout leaves
 * the value empty, and the build fills it in once the whole site is there.
 */
const mark = /^(\s*<!doctype html>\s*<html\b[^>]*?\sdata-edition)(?:="([\w-]*)")?/i;

/** The edition that a page is of; `undefined` if it is no page of a built site. */
export const editionOf = (html: string): string | undefined => mark.exec(html)?.[2] || undefined;

/** The same page as one of this edition. Without a mark it stays as it is. */
export const withEdition = (html: string, edition: string): string => html.replace(mark, `$1="${edition}"`);
