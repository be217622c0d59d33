/** Maps rows in order, several at a time. */

/**
 * Takes items as they come; at most `ahead` of them are under way. Results come in the order of the items, each as soon as it
 * and those before it are there. With `ahead` 1, an item is taken once the result before it is used.
 * Errors of `items` and of `map` come at their place in the order.
 */
export async function* mapAhead<T, R>(
  items: AsyncIterable<T>,
  ahead: number,
  map: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const iterator = items[Symbol.asyncIterator]();
  const underWay: Promise<IteratorResult<R, undefined>>[] = [];
  const step = async (): Promise<IteratorResult<R, undefined>> => {
    const item = await iterator.next();
    return item.done ? { done: true, value: undefined } : { done: false, value: await map(item.value) };
  };
  try {
    for (;;) {
      while (underWay.length < ahead) underWay.push(handled(step()));
      const result = await underWay.shift();
      if (result === undefined || result.done) return;
      yield result.value;
    }
  } finally {
    const closed = handled(Promise.resolve(iterator.return?.()));
    // Items that are still asked for may never come, for instance from a terminal.
    if (underWay.length === 0) await closed;
  }
}

/** Whoever awaits it sees its error. Nobody awaits those behind an earlier error. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
