import { paragraphInView } from './place.ts';

/** Have the link to the other language lead to the paragraph being read. */
export function keepParagraph(link: HTMLAnchorElement): void {
  link.addEventListener('click', () => {
    link.hash = paragraphInView() ?? location.hash;
  });
}
