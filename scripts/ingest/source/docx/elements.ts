import { childOf, elementsOf, type XmlElement } from '../archive/xml.ts';

/** The value of a property: `w:val`, which nearly all of Word's properties have. */
export const valueOf = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val'];

/** Whether a property is on. One without a value is. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off|none)$/.test(valueOf(element) ?? '1');
}

/** The elements of content that is given twice, for newer and older programs: those of the newer. */
export function newerOf(element: XmlElement): XmlElement[] {
  return elementsOf(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback'));
}

/** Children of a name, also those in content controls and tracked insertions. */
export function childrenThrough(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    child.name === name
      ? [child]
      : /^w:(?:sdt|sdtContent|ins|customXml)$/.test(child.name)
        ? childrenThrough(child, name)
        : [],
  );
}
