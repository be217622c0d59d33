/**
 * Ends arrays' memory now; they have length 0 afterwards. Otherwise hundreds of megabytes of steps that are over wait
 * for the collector. Sent away to nobody: `ArrayBuffer.transfer(0)` was seen to leave the memory to the collector.
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
