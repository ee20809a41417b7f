import { paragraphInView } from './place.ts';

/** The other language opens at the paragraph being read. */
export function keepParagraph(link: HTMLAnchorElement): void {
  link.addEventListener('click', () => {
    link.hash = paragraphInView() ?? location.hash;
  });
}
