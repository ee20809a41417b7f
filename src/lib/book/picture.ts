/** A picture of a book's text. Its name has a hash of its content, and its size. */
export interface Picture {
  name: string;
  width: number;
  height: number;
}

/** The picture that an entry's Markdown names, such as `../pictures/3f2a…-640x480.png`; `undefined` for any other address. */
export function pictureAt(address: string): Picture | undefined {
  const [, name, width, height] =
    /^\.\.\/pictures\/([\da-f]{8,64}-(\d{1,5})x(\d{1,5})\.(?:png|jpg))$/.exec(address) ?? [];
  return name === undefined ? undefined : { name, width: Number(width), height: Number(height) };
}
