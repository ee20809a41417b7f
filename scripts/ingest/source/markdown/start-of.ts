import type { Node } from 'mdast';

/** Number of the line that a node begins on. */
export function startOf(node: { position?: Node['position'] | undefined }): number {
  return node.position?.start.line ?? 1;
}
