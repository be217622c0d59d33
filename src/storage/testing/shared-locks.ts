import { vi } from 'vitest';

/** `navigator.locks`, as browsers have it between all tabs. */
export function shareLocks(): void {
  const held = new Set<string>();
  const request = async (name: string, _: object, keep: (lock: object | null) => Promise<void>): Promise<void> => {
    if (held.has(name)) return keep(null);
    held.add(name);
    await keep({ name });
    held.delete(name);
  };
  const query = () => Promise.resolve({ held: [...held].map((name) => ({ name })) });
  vi.stubGlobal('navigator', { locks: { request, query } });
}
