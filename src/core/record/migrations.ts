/** From each earlier form of a record to the next. What is wrong in the content is left to the schema. */
import { RESULT_FORMAT } from './result-record.js';

export type Raw = Readonly<Record<string, unknown>>;

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Step `n` turns version `n` into version `n + 1`. */
export const MIGRATIONS: readonly ((record: Raw) => Raw)[] = [fromVersion0];

/**
 * Page 0.1 named neither format nor version. It stored `{writer, shown: {texts, result, earlier, origin}}`, exported
 * `{source, summary, result}`, and has examples with a title beside these.
 */
export function isVersion0(value: Raw): boolean {
  const { shown, source, summary, result } = value;
  if (value['format'] !== undefined) return false;
  return isRaw(shown)
    ? isRaw(shown['result'])
    : typeof source === 'string' && typeof summary === 'string' && isRaw(result);
}

function fromVersion0(record: Raw): Raw {
  const shown = isRaw(record['shown']) ? record['shown'] : record;
  const { texts = { source: record['source'], summary: record['summary'] }, earlier } = shown;
  const result = rawIn(shown, 'result');
  const protocol = rawIn(result, 'protocol');
  const { kind, quals, answerGap, pairs = [], dropped, paths, times } = result;
  return {
    format: RESULT_FORMAT,
    version: 1,
    createdAt: null,
    name: record['title'] ?? rawIn(shown, 'origin')['title'],
    texts,
    method: {
      model: result['model'],
      protocol: protocol['name'],
      search: protocol['search'],
      softCap: protocol['softCap'],
      normalisation: result['normalisation'] ?? 0,
    },
    outcome: kind,
    measures: kind === 'scored' ? { quals, answerGap } : {},
    tokens: { source: result['sourceTokens'], summary: result['summaryTokens'] },
    pairsWritten: result['pairsWritten'],
    pairs,
    dropped,
    paths,
    times,
    run: runOf(rawIn(shown, 'origin')),
    earlier,
  };
}

/** The device was a phrase: "WASM (2 threads)". */
const DEVICE_PHRASE = /^(WebGPU|WASM) \((.*)\)$/s;

function runOf({ kind, deviceDetail, seconds, requests }: Raw): Raw | undefined {
  const [, name, detail] = DEVICE_PHRASE.exec(String(deviceDetail)) ?? [];
  if (kind !== 'run' || name === undefined) return undefined;
  return { device: name.toLowerCase(), detail, seconds, requests };
}

function rawIn(value: Raw, key: string): Raw {
  const found = value[key];
  return isRaw(found) ? found : {};
}
