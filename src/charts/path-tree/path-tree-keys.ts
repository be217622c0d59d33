/** The row that a key moves to in the tree, following the ARIA tree pattern. */
import type { PathRow } from './path-tree-rows.js';

export type TreeMove =
  { readonly kind: 'focus'; readonly index: number } | { readonly kind: 'open' | 'close' | 'choose' };

/** `undefined` for other keys. `index`: the focused row. */
export function treeMove(
  key: string,
  rows: readonly PathRow[],
  index: number,
  open: ReadonlySet<string>,
): TreeMove | undefined {
  const row = rows[index];
  if (!row) return undefined;
  const forks = row.node.children.length > 0;
  const isOpen = forks && open.has(row.node.id);
  const focus = (to: number): TreeMove => ({ kind: 'focus', index: Math.min(rows.length - 1, Math.max(0, to)) });
  switch (key) {
    case 'ArrowDown':
      return focus(index + 1);
    case 'ArrowUp':
      return focus(index - 1);
    case 'Home':
      return focus(0);
    case 'End':
      return focus(rows.length - 1);
    case 'ArrowRight':
      return isOpen ? focus(index + 1) : forks ? { kind: 'open' } : undefined;
    case 'ArrowLeft':
      if (isOpen) return { kind: 'close' };
      return row.level > 1 ? focus(parentOf(rows, index)) : undefined;
    case 'Enter':
    case ' ':
      return { kind: 'choose' };
    default:
      return undefined;
  }
}

function parentOf(rows: readonly PathRow[], index: number): number {
  const level = rows[index]?.level ?? 1;
  return rows.slice(0, index).findLastIndex((row) => row.level < level);
}
