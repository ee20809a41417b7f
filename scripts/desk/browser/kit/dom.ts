type Child = Node | string | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined>;

/** Make an element with attributes and children. Strings become text, never markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  set(element, attributes);
  element.append(
    ...children.filter((child): child is Node | string => child !== undefined && child !== false),
  );
  return element;
}

/** Set attributes; `undefined` and `false` remove one. */
export function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** A button that does something. */
export function button(
  label: string,
  act: () => void,
  attributes: Attributes = {},
  ...more: Child[]
): HTMLButtonElement {
  const element = make('button', { type: 'button', ...attributes }, label, ...more);
  element.addEventListener('click', act);
  return element;
}
