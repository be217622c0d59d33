/** Scores two texts without any element, and writes the numbers. */
import { QualsError, scoreSummary } from 'quals-in-the-browser';

const at = (id) => document.querySelector(`#${id}`);

at('score').addEventListener('click', async () => {
  const texts = { source: at('source').value, summary: at('summary').value };
  // ?model=tiny is for tests: a model of random weights.
  const model = new URLSearchParams(location.search).get('model') ?? undefined;
  try {
    const record = await scoreSummary(texts, {
      base: './quals/',
      model,
      onLoad: ({ phase, bytesDone, bytesTotal }) => {
        const share = phase === 'download' ? ` ${Math.round((100 * bytesDone) / bytesTotal)} %` : '';
        at('output').textContent = `${phase}${share}`;
      },
      onProgress: ({ phase }) => (at('output').textContent = phase),
    });
    const { outcome, measures, pairs } = record;
    at('output').textContent = outcome === 'scored' ? `QUALS ${measures.quals.toFixed(3)}` : 'no score';
    at('pairs').textContent = pairs
      .map(({ quals, question, answer }) => `${quals.toFixed(2)}  ${question} ${answer}`)
      .join('\n');
  } catch (error) {
    if (!(error instanceof QualsError)) throw error;
    at('output').textContent = `${error.code}: ${error.message}`;
  }
});
