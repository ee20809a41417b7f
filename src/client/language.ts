import { paragraphInView } from './place.ts';

// The other language opens at the paragraph being read.
const link = document.querySelector<HTMLAnchorElement>('a[data-language]');
link?.addEventListener('click', () => {
  const paragraph = paragraphInView();
  link.hash = paragraph ?? location.hash;
});
