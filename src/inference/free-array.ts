/**
 * Ends an array's memory now; it has length 0 afterwards. Otherwise hundreds of megabytes of steps that are over wait
 * for the collector. Browsers before 2024 lack `transfer`, and wait.
 */
export function freeArray({ buffer }: Float32Array): void {
  (buffer as ArrayBufferLike & { transfer?: (length: number) => ArrayBuffer }).transfer?.(0);
}
