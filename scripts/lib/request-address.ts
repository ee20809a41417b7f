/**
 * Path and query that a request asks for. What looks like another host (`//evil.example`) is a path as well, and so is `//`,
 * which is no address by itself. `undefined` for what is no path.
 */
export function addressOf(target = '/'): URL | undefined {
  const address = `http://localhost${target}`;
  return target.startsWith('/') && URL.canParse(address) ? new URL(address) : undefined;
}

/** A path as it is written in files; `undefined` if its escapes (`/%`, `/%ff`) are none, or name what no file has in its name. */
export function decodedPath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}
