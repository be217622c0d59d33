/** Agreement with PyTorch (training/golden) on onnxruntime-node. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { priorLogProbs } from '../src/core/first-look/prior-log-probs.js';
import { MATCHED, RELEASED } from '../src/core/protocol.js';
import { diverseBeamSearch } from '../src/core/quals/search/diverse-beam-search.js';
import { scoreSummary } from '../src/core/quals/score-summary.js';
import type { OnnxQAGenModel } from '../src/inference/onnx-qagen-model.js';
import { openNativeModel } from './model/open-native-model.js';
import { DEFAULT_MODEL_ID } from './model/shipped-model.js';

interface Golden {
  readonly model: { readonly id: string; readonly version: string };
  readonly tokenisation: readonly { readonly text: string; readonly ids: number[] }[];
  readonly nextTokens: readonly { text: string; beginning: number[]; tokens: number[]; logProbs: number[] }[];
  readonly forced: readonly { text: string; sequence: number[]; logProbs: number[] }[];
  /** None for a model without a support head. */
  readonly claims?: readonly {
    source: string;
    claim: string;
    tokenLogits: number[];
    claimLogit: number;
    logProbs: number[];
    priorLogProbs: number[];
  }[];
  readonly search: readonly {
    text: string;
    settings: typeof MATCHED.search;
    hypotheses: readonly { tokens: number[]; uns: number; ns: number }[];
  }[];
  readonly quals: readonly {
    source: string;
    summary: string;
    protocol: 'matched' | 'released';
    settings: typeof MATCHED.search;
    quals: number | null;
    answerGap: number | null;
    kept: readonly {
      question: string;
      answer: string;
      tokens: number[];
      summaryLogProbs: number[];
      sourceLogProbs: number[];
      quals: number;
      answerGap: number;
    }[];
  }[];
}

const TOLERANCE = 1e-3;
const go = (): Promise<void> => Promise.resolve();

async function readGolden(model: string): Promise<Golden> {
  return JSON.parse(await readFile(`training/golden/${model}.json`, 'utf8')) as Golden;
}

function expectClose(found: readonly number[], wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  wanted.forEach((value, place) => {
    expect(Math.abs((found[place] ?? Number.NaN) - value), `place ${place}`).toBeLessThan(TOLERANCE);
  });
}

/** Number of checked rows of the slow lists: all for the tiny model, the first for the shipped one. */
const MODELS = [
  { id: 'tiny', slowRows: Infinity },
  { id: DEFAULT_MODEL_ID, slowRows: 1 },
];

describe.each(MODELS)('$id agrees with PyTorch', async ({ id, slowRows }) => {
  const golden = await readGolden(id);
  let model: OnnxQAGenModel;
  beforeAll(async () => {
    model = await openNativeModel(`public/models/${id}`);
    // Dequantising the weights of the real model takes seconds, and longer if other tests run at the same time.
  }, 60_000);
  afterAll(() => model.release());

  it('is the model that the values were made with', () => {
    expect({ id: model.id, version: model.version }).toEqual(golden.model);
  });

  it.each(golden.tokenisation)('turns $text into the same tokens', ({ text, ids }) => {
    expect(model.encode(text)).toEqual(ids);
  });

  it.each(golden.claims ?? [])('reads the claim $claim alike', async ({ source, claim, ...wanted }) => {
    const prefix = await model.readText(model.encode(source), go);
    const ids = model.encode(claim);
    const { tokenLogits, claimLogit, logProbs } = await prefix.readClaim(ids, go);
    prefix.release();
    expectClose(tokenLogits, wanted.tokenLogits);
    expectClose([claimLogit], [wanted.claimLogit]);
    expectClose(logProbs, wanted.logProbs);
    expectClose(await priorLogProbs(model, ids, go), wanted.priorLogProbs);
  });

  it('reads a claim alike behind what it keeps of other claims', async () => {
    for (const source of new Set(golden.claims?.map((claim) => claim.source))) {
      const article = model.keepText(model.encode(source));
      for (let round = 0; round < 2; round++) {
        for (const { claim, ...wanted } of golden.claims?.filter((claim) => claim.source === source) ?? []) {
          const prefix = await article.read(go);
          // A changed first token and a changed last one, then the claim itself.
          const ids = model.encode(claim);
          const alone = await prefix.readClaim(ids, go);
          await prefix.readClaim([ids.at(-1) ?? 0, ...ids.slice(1)], go);
          await prefix.readClaim([...ids.slice(0, -1), ids[0] ?? 0], go, true);
          const { tokenLogits, claimLogit, logProbs } = await prefix.readClaim(ids, go, true);
          // Unless it is an edit, a reading does not depend on the ones before, to the last digit.
          expect(await prefix.readClaim(ids, go)).toEqual(alone);
          prefix.release();
          expectClose(tokenLogits, wanted.tokenLogits);
          expectClose([claimLogit], [wanted.claimLogit]);
          expectClose(logProbs, wanted.logProbs);
        }
      }
      article.release();
    }
  });

  it.each(golden.nextTokens)(
    'gives the same next tokens after $beginning',
    async ({ text, beginning, tokens, logProbs }) => {
      const prefix = await model.readText(model.encode(text), go);
      const { next } = await prefix.openPaths([beginning], tokens.length);
      expect([...next.tokens]).toEqual(tokens);
      expectClose([...next.logProbs], logProbs);
      prefix.release();
    },
  );

  it.each(golden.forced)('forces $sequence alike', async ({ text, sequence, logProbs }) => {
    const prefix = await model.readText(model.encode(text), go);
    const [forced = []] = await prefix.forceScore([sequence], 5, go);
    expectClose(
      forced.map(({ logProb }) => logProb),
      logProbs,
    );
    prefix.release();
  });

  it.each(golden.search.slice(0, slowRows))(
    'writes the same hypotheses for $text',
    async ({ text, settings, hypotheses }) => {
      const prefix = await model.readText(model.encode(text), go);
      const found = await diverseBeamSearch(prefix, model.tokens, settings, go);
      expect(found.map(({ tokens }) => tokens)).toEqual(hypotheses.map(({ tokens }) => tokens));
      expectClose(
        found.map(({ generationScore }) => generationScore),
        hypotheses.map(({ uns }) => uns),
      );
      prefix.release();
    },
  );

  it.each(golden.quals.slice(0, slowRows))('scores $summary alike ($protocol)', async (wanted) => {
    const { source, summary, settings } = wanted;
    const protocol = { ...(wanted.protocol === 'matched' ? MATCHED : RELEASED), search: settings };
    const result = await scoreSummary(
      model,
      { source, summary, protocol },
      { checkpoint: go, onProgress: () => undefined },
    );
    if (result.kind === 'unscorable') {
      expect(wanted.kept).toEqual([]);
      return;
    }
    expectClose([result.quals, result.answerGap], [wanted.quals ?? Number.NaN, wanted.answerGap ?? Number.NaN]);
    const found = new Map(result.pairs.map((pair) => [pair.tokens.map(({ token }) => token).join(), pair]));
    expect([...found.keys()].sort()).toEqual(wanted.kept.map(({ tokens }) => tokens.join()).sort());
    const written = new Map(result.paths?.map(({ tokens }) => [tokens.map(({ token }) => token).join(), tokens]));
    for (const pair of wanted.kept) {
      expectClose(written.get(pair.tokens.join())?.map(({ logProb }) => logProb) ?? [], pair.summaryLogProbs);
      const tokens = found.get(pair.tokens.join())?.tokens ?? [];
      expectClose(
        tokens.map(({ summaryLogProb }) => summaryLogProb),
        pair.summaryLogProbs,
      );
      expectClose(
        tokens.map(({ sourceLogProb }) => sourceLogProb),
        pair.sourceLogProbs,
      );
    }
  });
});
