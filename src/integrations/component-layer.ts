const ownStyles = /\.astro\?astro&type=style/;

/** A Vite plugin: the styles that components bring are in the layer `components`, below those for print. */
export const componentLayer = {
  name: 'component-layer',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    ownStyles.test(id) ? { code: `@layer components{${code}}`, map: null } : undefined,
};
