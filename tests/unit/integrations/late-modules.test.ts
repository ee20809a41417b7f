import { expect, test } from 'vitest';
import { lateModules } from '../../../src/integrations/late-modules/in-html.ts';

test('takes the tags of modules away and leaves their addresses, and every other script', () => {
  const page =
    '<body class="a"><script type="module" src="/b/_astro/x.1.js"></script><p></p><script>1</script>' +
    '<script type="module">2</script><script src="r.js" async></script><script type="module" src="/b/_astro/y.2.js"></script></body>';
  expect(lateModules(page)).toBe(
    '<body data-modules="/b/_astro/x.1.js /b/_astro/y.2.js" class="a"><p></p><script>1</script>' +
      '<script type="module">2</script><script src="r.js" async></script></body>',
  );
});

test('leaves a page without modules as it is', () => {
  expect(lateModules('<body><p></p></body>')).toBe('<body><p></p></body>');
});
