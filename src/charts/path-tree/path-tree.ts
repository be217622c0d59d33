/**
 * `<quals-path-tree>`: the paths of the search as a tree of words with shared beginnings merged. Each word is an edge: the line under it is
 * as thick as the word was likely. Kept pairs are marked; choosing one fires `pair-select`. Keys as the ARIA pattern for trees has them.
 */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ScoredPair, WrittenPath } from '../../core/score.js';
import { buttonStyles } from '../../styles/button-styles.js';
import { hostStyles } from '../../styles/host-styles.js';
import { visuallyHidden } from '../../styles/visually-hidden.js';
import { listedProbability } from '../../text/charts/chart-numbers.js';
import { TREE, fates, keptCount, keptPair, pathCount, rowName } from '../../text/charts/tree-words.js';
import { PairSelectEvent } from '../chart-events.js';
import { treeMove } from './path-tree-keys.js';
import { pathTree, type PathNode } from './path-tree-nodes.js';
import { forks, pathRows, type PathRow } from './path-tree-rows.js';
import { pathTreeStyles } from './path-tree.styles.js';
import { pairsOfPaths } from './pairs-of-paths.js';
import { legend, spokenWords, wordsOf } from './row-words.js';

const EMPTY = pathTree([]);

export class PathTree extends LitElement {
  static override styles = [hostStyles, visuallyHidden, buttonStyles, pathTreeStyles];

  @property({ attribute: false }) paths: readonly WrittenPath[] = [];
  /** The kept pairs, worst first; their position gives their number. */
  @property({ attribute: false }) pairs: readonly ScoredPair[] = [];
  /** Index in `pairs`; −1 for none. */
  @property({ type: Number }) selected = -1;

  @state() private open: ReadonlySet<string> = new Set();
  /** Id of the row with the Tab stop. */
  @state() private reached = '';

  private root: PathNode = EMPTY;
  private rows: readonly PathRow[] = [];
  /** Index in `pairs` by index in `paths`. */
  private pairOfPath: ReadonlyMap<number, number> = new Map();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('paths')) {
      this.root = pathTree(this.paths);
      this.open = this.waysToKept();
    }
    if (changed.has('paths') || changed.has('pairs')) this.pairOfPath = pairsOfPaths(this.paths, this.pairs);
    this.rows = pathRows(this.root, this.open);
  }

  protected override render(): TemplateResult {
    const reached = this.rows.find(({ node }) => node.id === this.reached) ?? this.rows[0];
    return html`
      <div class="tools">
        <button type="button" @click=${() => (this.open = new Set(forks(this.root, () => true)))}>
          ${TREE.openAll}
        </button>
        <button type="button" @click=${() => (this.open = this.waysToKept())}>${TREE.openKept}</button>
        <button type="button" @click=${() => (this.open = new Set())}>${TREE.closeAll}</button>
        ${legend()}
      </div>
      <div class="tree" role="tree" aria-label=${TREE.name} @keydown=${this.onKey} @click=${this.onClick}>
        ${repeat(
          this.rows,
          ({ node }) => node.id,
          (row) => this.guardRow(row, row === reached),
        )}
      </div>
    `;
  }

  /** A key or a click changes only two or three rows of a hundred. */
  private guardRow(row: PathRow, reached: boolean): unknown {
    const chosen = this.pairOf(row.node) === this.selected;
    const inputs = [row.node, this.pairOfPath, this.open.has(row.node.id), chosen, reached];
    return guard(inputs, () => this.renderRow(row, reached));
  }

  private renderRow({ node, level, place, siblings, rails }: PathRow, reached: boolean): TemplateResult {
    const hasForks = node.children.length > 0;
    const isOpen = hasForks && this.open.has(node.id);
    const pair = this.pairOf(node);
    const chosen = pair !== undefined && pair === this.selected;
    const ending = this.endingWords(node, pair);
    return html`<div
      class="row ${node.kept.length > 0 ? 'has-kept' : ''}"
      role="treeitem"
      data-id=${node.id}
      tabindex=${reached ? 0 : -1}
      aria-level=${level}
      aria-posinset=${place}
      aria-setsize=${siblings}
      aria-expanded=${hasForks ? String(isOpen) : nothing}
      aria-selected=${chosen ? 'true' : 'false'}
      aria-label=${rowName(spokenWords(node.words), Math.exp(node.words[0]?.logProb ?? 0), node.through.length, node.kept.length, ending)}
    >
      ${rails.map((_, column) => html`<i class=${railClass(rails, column, place < siblings)}></i>`)}
      <i class="twist ${hasForks ? (isOpen ? 'open' : 'closed') : node.kept.length > 0 ? 'kept' : ''}"></i>
      <span class="body">
        <span class="words" dir="auto">${wordsOf(node.words)}</span>
        <span class="number">${listedProbability(node.words[0]?.logProb ?? 0)}</span>
        <span class="fate">
          ${
            ending === ''
              ? html`${pathCount(node.through.length)}${node.kept.length > 0 ? html`, <b>${keptCount(node.kept.length)}</b>` : nothing}`
              : pair === undefined
                ? ending
                : html`<b>${ending}</b>`
          }
        </span>
      </span>
    </div>`;
  }

  private waysToKept(): ReadonlySet<string> {
    return new Set(forks(this.root, ({ kept }) => kept.length > 0));
  }

  private pairOf({ ending }: PathNode): number | undefined {
    const path = ending.find((each) => this.pairOfPath.has(each));
    return path === undefined ? undefined : this.pairOfPath.get(path);
  }

  private endingWords({ ending }: PathNode, pair: number | undefined): string {
    const scored = pair === undefined ? undefined : this.pairs[pair];
    if (scored && pair !== undefined) return keptPair(pair, scored.quals, ending.length);
    return fates(ending.flatMap((path) => this.paths[path] ?? []));
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const index = this.indexOf(event);
    if (index === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      (event.target as HTMLElement).blur();
      return event.preventDefault();
    }
    const move = treeMove(event.key, this.rows, index, this.open);
    if (!move) return;
    event.preventDefault();
    if (move.kind === 'focus') void this.focusRow(move.index);
    else if (move.kind === 'choose') this.choose(index, event.shiftKey);
    else this.toggle(index);
  };

  private readonly onClick = (event: MouseEvent): void => {
    const index = this.indexOf(event);
    if (index === undefined) return;
    this.reached = this.rows[index]?.node.id ?? '';
    this.choose(index, event.shiftKey);
  };

  private indexOf(event: Event): number | undefined {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-id]')?.dataset['id'];
    const index = this.rows.findIndex(({ node }) => node.id === id);
    return index < 0 ? undefined : index;
  }

  private choose(index: number, second: boolean): void {
    const node = this.rows[index]?.node;
    if (!node) return;
    const pair = this.pairOf(node);
    if (pair !== undefined) this.dispatchEvent(new PairSelectEvent(pair, second));
    else if (node.children.length > 0) this.toggle(index);
  }

  private toggle(index: number): void {
    const id = this.rows[index]?.node.id;
    if (id === undefined) return;
    const open = new Set(this.open);
    if (!open.delete(id)) open.add(id);
    this.open = open;
  }

  private async focusRow(index: number): Promise<void> {
    this.reached = this.rows[index]?.node.id ?? '';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${this.reached}"]`)?.focus();
  }
}

function railClass(rails: readonly boolean[], column: number, goesOn: boolean): string {
  if (column === rails.length - 1) return goesOn ? 'rail elbow through' : 'rail elbow';
  return rails[column + 1] ? 'rail through' : 'rail';
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-path-tree': PathTree;
  }
}
