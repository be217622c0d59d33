/**
 * Frees the arrays' memory immediately; their length is 0 afterwards. Otherwise hundreds of megabytes of finished steps wait
 * for the garbage collector. A transfer to no receiver frees the memory; `ArrayBuffer.transfer(0)` was seen to leave it to the collector.
 */
export function freeArrays(arrays: readonly (Float32Array | Uint8Array)[]): void {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(
    undefined,
    arrays.map(({ buffer }) => buffer as ArrayBuffer),
  );
  port1.close();
  port2.close();
}
