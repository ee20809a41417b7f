import type { LintRule } from './rule.ts';

/** Only code made of a component has them. */
interface Element {
  openingElement: { attributes: { name?: { namespace?: { name: string }; name: { name: string } } }[] };
  children: { type: string; value?: string }[];
}

/** Of two contents for one element, Astro would show one. */
export const oneContent: LintRule<Element> = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { two: 'Give an element its content once: between its tags, by set:html or by set:text.' },
  },
  create: (context) => ({
    JSXElement(node) {
      const directives = node.openingElement.attributes.filter(({ name }) =>
        /^set:(?:html|text)$/.test(`${name?.namespace?.name ?? ''}:${name?.name.name ?? ''}`),
      );
      const inside = node.children.some(({ type, value }) => type !== 'JSXText' || value?.trim() !== '');
      if (directives.length + (inside ? 1 : 0) > 1 && directives.length > 0)
        context.report({ node, messageId: 'two' });
    },
  }),
};

interface Export {
  exportKind?: 'type' | 'value';
  declaration?: { type: string; id?: { name: string }; declarations?: { id: { name?: string } }[] } | null;
  specifiers?: { exported: { name?: string } }[];
}

/** What Astro asks a page for. */
const asked = new Set<string | undefined>(['getStaticPaths', 'partial', 'prerender']);

function namesOf({ declaration, specifiers = [] }: Export): (string | undefined)[] {
  const declared = declaration?.declarations?.map(({ id }) => id.name) ?? [declaration?.id?.name];
  return [...(declaration ? declared : []), ...specifiers.map(({ exported }) => exported.name)];
}

/** A component is its page: values that others need are in a module. */
export const valueExports: LintRule<Export> = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { value: 'A component exports nothing but types. Put this into a module of its own.' },
  },
  create: (context) => {
    if (!/\.astro\.tsx$/.test(context.physicalFilename)) return {};
    const report = (node: Export) => {
      context.report({ node, messageId: 'value' });
    };
    const visit = (node: Export) => {
      if (node.exportKind === 'type' || node.declaration?.type.startsWith('TS') === true) return;
      if (!namesOf(node).every((name) => asked.has(name))) report(node);
    };
    return { ExportNamedDeclaration: visit, ExportDefaultDeclaration: report, ExportAllDeclaration: report };
  },
};
