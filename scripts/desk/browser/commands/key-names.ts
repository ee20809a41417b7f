/** A key as it is printed on keyboards: `Shift X`. */
export const keyLabel = (key: string): string =>
  key
    .split('+')
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');

/** The key of an event as commands name it: `Shift+X`, `Ctrl+z`, `Alt+1`. */
export function keyOf({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string {
  const isLetter = /^[a-z]$/i.test(key);
  const named = isLetter ? (shiftKey ? key.toUpperCase() : key.toLowerCase()) : key;
  if (ctrlKey || metaKey)
    return shiftKey && named.toLowerCase() === 'z' ? 'Ctrl+y' : `Ctrl+${named.toLowerCase()}`;
  // With Alt, a Mac's keyboard types other characters, so the place of the key counts.
  if (altKey) return `Alt+${/^(?:Digit|Key)(.)$/.exec(code)?.[1]?.toLowerCase() ?? named}`;
  return shiftKey && /^[A-Z]$/.test(named) ? `Shift+${named}` : named;
}
