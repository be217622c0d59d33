/** Compares golden QUALS values (training/golden) with the worker's values in a browser. */
import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { MATCHED, type Protocol, RELEASED } from '../../src/core/protocol.js';
import type { ScoreResult } from '../../src/core/score.js';
import type { LoadedModel, LoadRequest } from '../../src/core/scorer.js';

const TOLERANCE = 1e-3;

export interface GoldenRow {
  readonly name: string;
  readonly source: string;
  readonly summary: string;
  readonly protocol: Protocol['name'];
  readonly settings: Protocol['search'];
  readonly quals: number | null;
  readonly kept: readonly { tokens: number[]; summaryLogProbs: number[]; sourceLogProbs: number[] }[];
}

export function goldenRows(model: string): GoldenRow[] {
  return (JSON.parse(readFileSync(`training/golden/${model}.json`, 'utf8')) as { quals: GoldenRow[] }).quals;
}

export async function loadModel(page: Page, url: string, device: LoadRequest['device']): Promise<LoadedModel> {
  await page.goto(url);
  await page.waitForFunction(() => 'workerPage' in window);
  const outcome = await page.evaluate((device) => {
    const { scorer, onLoad } = window.workerPage;
    const models = [{ url: new URL('/models/tiny/', location.href).href }];
    return scorer.load({ models, device }, onLoad);
  }, device);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault));
  return outcome.value;
}

export async function score(page: Page, row: GoldenRow): Promise<ScoreResult> {
  const { source, summary, settings } = row;
  const protocol = { ...(row.protocol === 'matched' ? MATCHED : RELEASED), search: settings };
  const request = { source, summary, protocol };
  const outcome = await page.evaluate((request) => {
    const { scorer, onScore } = window.workerPage;
    return scorer.score(request, onScore);
  }, request);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault));
  return outcome.value;
}

export function expectAgreement(result: ScoreResult, golden: GoldenRow): void {
  if (golden.quals === null) {
    expect(result.kind).toBe('unscorable');
    return;
  }
  if (result.kind !== 'scored') throw new Error(`${golden.name} is ${result.kind}, not scored.`);
  expectClose([result.quals], [golden.quals]);
  const found = new Map(result.pairs.map((pair) => [pair.tokens.map(({ token }) => token).join(), pair.tokens]));
  expect(found.size).toBe(golden.kept.length);
  for (const pair of golden.kept) {
    const tokens = found.get(pair.tokens.join()) ?? [];
    expectClose(
      tokens.map(({ summaryLogProb }) => summaryLogProb),
      pair.summaryLogProbs,
    );
    expectClose(
      tokens.map(({ sourceLogProb }) => sourceLogProb),
      pair.sourceLogProbs,
    );
  }
}

function expectClose(found: readonly number[], wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  wanted.forEach((value, place) => {
    expect(Math.abs((found[place] ?? Number.NaN) - value)).toBeLessThan(TOLERANCE);
  });
}
