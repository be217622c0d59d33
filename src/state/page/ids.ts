/** Ids of elements: labels refer to them, and two page elements in one document must not share any. */
export function createIds() {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  const prefix = `quals-${number.toString(36)}-`;
  const idOf = (name: string): string => prefix + name;
  return { idOf };
}
