const moduleTag = /<script type="module" src="([^"]+)"><\/script>/g;

/** Take the tags of modules out of a page, and write their addresses where `client/late-modules.ts` reads them. */
export function lateModules(html: string): string {
  const modules = [...html.matchAll(moduleTag)].map(([, address]) => address);
  if (modules.length === 0) return html;
  return html.replace(moduleTag, '').replace('<body', `<body data-modules="${modules.join(' ')}"`);
}
