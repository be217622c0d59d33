import { describe, expect, it } from 'vitest';
import type { ForkingRows } from '../cpu/cpu-rows.js';
import { CpuTree } from '../cpu/cpu-tree.js';
import type { RowsInput } from '../graphs/body-graph.js';
import { TOKENS_PER_RUN } from '../graphs/graphs.js';
import type { KeyValues } from '../graphs/key-values.js';
import { ROOT } from '../tokens/token-tree.js';

const PREFIX_LENGTH = 100;

/** Records what it is asked to read; the hidden state of a token is the token. */
class RecordingBody {
  readonly read: RowsInput[] = [];
  readonly forked: (readonly (readonly number[])[])[] = [];
  open = 0;
  failing = false;

  openRows(): ForkingRows {
    this.open += 1;
    let length = 0;
    return {
      get length() {
        return length;
      },
      advance: async (input) => {
        await Promise.resolve();
        if (this.failing) throw new Error('The device is gone.');
        this.read.push(input);
        length += input.tokens[0]?.length ?? 0;
        return Float32Array.from(input.tokens.flat());
      },
      fork: (columns) => {
        this.forked.push(columns);
        return this.openRows();
      },
      dispose: () => {
        this.open -= 1;
      },
    };
  }
}

function treeOver(body: RecordingBody): CpuTree {
  const keyValues = { length: PREFIX_LENGTH } as KeyValues;
  return new CpuTree({ keyValues, startHidden: Float32Array.of(-1) }, 1, () => body.openRows());
}

const tokensRead = ({ read }: RecordingBody): number[] => read.flatMap(({ tokens }) => tokens.flat());

describe('ReadTree', () => {
  it('reads what sequences share once, also from one reading to the next', async () => {
    const body = new RecordingBody();
    const tree = treeOver(body);
    expect(
      await tree.read([
        [7, 8, 9],
        [7, 8, 5],
      ]),
    ).toEqual([
      [0, 1, 2],
      [0, 1, 3],
    ]);
    expect(await tree.read([[7, 8], [7, 6], []])).toEqual([[0, 1], [0, 4], []]);
    expect(tokensRead(body)).toEqual([7, 8, 9, 5, 6]);
    expect([0, 1, 2, 3, 4, ROOT].map((node) => tree.hiddenAt(node)[0])).toEqual([7, 8, 9, 5, 6, -1]);
  });

  it('lets a token see only its own path, positioned after the prefix', async () => {
    const body = new RecordingBody();
    const tree = treeOver(body);
    await tree.read([
      [7, 8],
      [4, 4],
    ]);
    await tree.read([[7, 6]]);
    const [, later] = body.read;
    expect(later?.positions).toEqual([[PREFIX_LENGTH + 1]]);
    // Columns: 7, 8, 4, 4, and the 6 itself.
    expect([0, 1, 2, 3, 4].map((column) => later?.sees(0, 0, column))).toEqual([true, false, false, false, true]);
  });

  it('reads no more at once than a run may take', async () => {
    const body = new RecordingBody();
    await treeOver(body).read([Array.from({ length: 2 * TOKENS_PER_RUN + 1 }, (_, token) => token)]);
    expect(body.read.map(({ tokens }) => tokens[0]?.length)).toEqual([TOKENS_PER_RUN, TOKENS_PER_RUN, 1]);
  });

  it('gives rows the nodes of their beginnings', async () => {
    const body = new RecordingBody();
    const tree = treeOver(body);
    const { lengths, hidden } = await tree.openBeginnings([[7, 8], [7, 5], []]);
    expect(lengths).toEqual([2, 2, 0]);
    expect([...hidden]).toEqual([8, 5, -1]);
    expect(body.forked).toEqual([[[0, 1], [0, 2], []]]);
  });

  it('opens empty rows if no beginning has a token', async () => {
    const body = new RecordingBody();
    const tree = treeOver(body);
    await tree.read([[7]]);
    expect((await tree.openBeginnings([[], []])).rows.length).toBe(0);
    expect(body.forked).toEqual([]);
  });

  it('starts a new tree instead of growing without limit', async () => {
    const body = new RecordingBody();
    const tree = treeOver(body);
    await tree.read([Array.from({ length: 1100 }, (_, token) => token)]);
    expect(await tree.read([[0, 1]])).toEqual([[0, 1]]);
    expect(tokensRead(body).slice(-2)).toEqual([0, 1]);
    expect(body.open).toBe(1);
  });

  it('discards everything after a failure, and frees its rows', async () => {
    const body = new RecordingBody();
    const tree = treeOver(body);
    await tree.read([[7]]);
    body.failing = true;
    await expect(tree.read([[7, 8]])).rejects.toThrow('The device is gone.');
    expect(body.open).toBe(0);
    body.failing = false;
    await tree.read([[7, 8]]);
    expect(tokensRead(body)).toEqual([7, 7, 8]);
    tree.dispose();
    tree.dispose();
    expect(body.open).toBe(0);
  });
});
