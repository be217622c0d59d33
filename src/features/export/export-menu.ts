/** Taking the result along: pictures, tables, the whole, or a few lines of text. */
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { exportPng } from '../../charts/picture-export/export-png.js';
import { exportSvg } from '../../charts/picture-export/export-svg.js';
import { saveFile } from '../../components/save-file.js';
import { otherMeasures } from '../../core/measures/measures.js';
import type { Scored } from '../../core/score.js';
import type { ShownResult } from '../../state/scoring/result.js';
import { StateElement } from '../../state/state-element.js';
import { encodeRecordLines } from '../../core/record/record-lines.js';
import { picturesOf } from './pictures-of.js';
import { pairsCsv, tokensCsv } from './result-rows.js';
import { recordOf } from '../../state/scoring/shown-record.js';
import * as words from '../../text/result/export-words.js';
import './export.css';
import { activeElementBeside } from '../../components/element/active-element.js';

interface Item {
  readonly label: string;
  readonly note: string;
  /** A line above it sets it apart from the items before. */
  readonly isFirst?: boolean;
  readonly run: () => void | Promise<void>;
}

export class ExportMenu extends StateElement {
  @state() private isOpen = false;
  @state() private said = '';
  @state() private failed = false;

  private readonly shown = this.watch(({ $shown }) => $shown);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.onPointerDown);
    this.addEventListener('keydown', this.onKey);
    this.addEventListener('focusout', this.onFocusOut);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.onPointerDown);
    this.removeEventListener('keydown', this.onKey);
    this.removeEventListener('focusout', this.onFocusOut);
  }

  protected override render(): TemplateResult | null {
    const shown = this.shown.value;
    if (!shown) return null;
    return html`
      <button
        type="button"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-controls=${this.idOf('export-items')}
        @click=${() => (this.isOpen = !this.isOpen)}
      >
        ${words.EXPORT} <span aria-hidden="true">▾</span>
      </button>
      <ul id=${this.idOf('export-items')} class="plain" ?hidden=${!this.isOpen}>
        ${this.items(shown).map((item) => this.renderItem(item))}
      </ul>
      <span class=${this.failed ? 'failed' : 'visually-hidden'} role="status">${this.said}</span>
    `;
  }

  private renderItem({ label, note, isFirst, run }: Item): TemplateResult {
    return html`<li class=${isFirst ? 'first' : ''}>
      <button type="button" @click=${() => this.choose(run)}>
        <span>${label}</span><span class="note">${note}</span>
      </button>
    </li>`;
  }

  /** A result without a score has neither pictures nor pairs. */
  private items(shown: ShownResult): Item[] {
    const { result } = shown;
    const { json, jsonl, print } = words.ITEMS;
    return [
      ...(result.kind === 'scored' ? this.scoredItems(shown, result) : []),
      {
        ...json,
        isFirst: result.kind === 'scored',
        run: () => save(JSON.stringify(recordOf(shown), null, 1), 'application/json', '-result.json'),
      },
      { ...jsonl, run: () => save(encodeRecordLines([recordOf(shown)]), 'application/x-ndjson', '-result.jsonl') },
      // In a page of others, the browser would print their page.
      ...(this.closest('quals-app[embedded]') ? [] : [{ ...print, isFirst: true, run: () => window.print() }]),
      ...(result.kind === 'scored' ? [this.copyItem(shown, result)] : []),
    ];
  }

  private scoredItems(shown: ShownResult, result: Scored): Item[] {
    const { svg, png, pairs, tokens } = words.ITEMS;
    const tokenCount = result.pairs.reduce((sum, pair) => sum + pair.tokens.length, 0);
    return [
      ...picturesOf(shown.texts, result, this.state).flatMap(({ name, ending, draw }): Item[] => [
        { ...svg(name), run: () => save(exportSvg(draw), 'image/svg+xml', `${ending}.svg`) },
        { ...png(name), run: async () => save(await exportPng(draw), 'image/png', `${ending}.png`) },
      ]),
      {
        label: pairs.label,
        isFirst: true,
        note: pairs.note(result.pairs.length + result.dropped.length),
        run: () => save(pairsCsv(result), 'text/csv', '-pairs.csv'),
      },
      {
        label: tokens.label,
        note: tokens.note(tokenCount),
        run: () => save(tokensCsv(result), 'text/csv', '-tokens.csv'),
      },
    ];
  }

  private copyItem(shown: ShownResult, result: Scored): Item {
    return {
      ...words.ITEMS.copy,
      run: async () => {
        await navigator.clipboard.writeText(words.plainSummary(result, otherMeasures(shown.texts, result)));
        this.said = words.COPIED;
      },
    };
  }

  private async choose(run: Item['run']): Promise<void> {
    this.said = '';
    this.failed = false;
    try {
      await run();
      this.close();
    } catch (error) {
      this.failed = true;
      this.said = `${words.FAILED}: ${String(error)}`;
      this.isOpen = false;
    }
  }

  private close(): void {
    if (!this.isOpen) return;
    const hadFocus = this.contains(activeElementBeside(this));
    this.isOpen = false;
    if (hadFocus) this.querySelector<HTMLElement>('button')?.focus();
  }

  private readonly onPointerDown = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.isOpen = false;
  };

  private readonly onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.isOpen = false;
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.isOpen) return;
    event.preventDefault();
    this.close();
  };
}

function save(content: string | Blob, type: string, ending: string): void {
  saveFile(content instanceof Blob ? content : new Blob([content], { type }), `quals${ending}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-export-menu': ExportMenu;
  }
}
