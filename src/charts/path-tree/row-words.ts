/** The words of a row, each over a line as thick as the word was likely, and the legend of these lines. */
import { html, type TemplateResult } from 'lit';
import { setStyles } from '../../styles/set-styles.js';
import { TREE } from '../../text/charts/tree-words.js';
import type { PathWord } from './path-words.js';

/** Every path ends. The end is shown only if nothing else distinguishes two paths. */
export function wordsOf(words: readonly PathWord[]): readonly TemplateResult[] {
  const shown = words.length > 1 ? words.filter(({ part }) => part !== 'end') : words;
  return shown.map(renderWord);
}

function renderWord({ text, part, logProb }: PathWord): TemplateResult {
  const style = setStyles({ '--likely': Math.exp(logProb).toFixed(3) });
  if (part === 'separator') return html` <span class="word special" style=${style}>→</span> `;
  if (part === 'end') return html` <span class="word special" style=${style}>${TREE.end}</span>`;
  const lead = /^\s/u.test(text) ? ' ' : '';
  return html`${lead}<span class="word ${part}" style=${style}>${text.trim() || '␣'}</span>`;
}

/** For screen readers: the arrow and the end as words. */
export function spokenWords(words: readonly PathWord[]): string {
  return words
    .map(({ text, part }) => (part === 'separator' ? ', answer: ' : part === 'end' ? ', end' : text))
    .join('')
    .replace(/^, /u, '')
    .trim();
}

export function legend(): TemplateResult {
  const sample = (likely: number, text: string): TemplateResult =>
    html`<span class="word" style=${setStyles({ '--likely': String(likely) })}>${text}</span>`;
  return html`<span class="legend"
    >${TREE.likely}: ${sample(0, TREE.thin)} ${sample(0.5, '.5')} ${sample(1, TREE.thick)}</span
  >`;
}
