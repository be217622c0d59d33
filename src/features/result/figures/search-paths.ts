/** The search behind the pairs, to inspect on demand: all its paths as a tree. */
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PairSelectEvent } from '../../../charts/chart-events.js';
import type { DisclosureBox } from '../../../components/disclosure-box.js';
import type { Scored, Unscorable } from '../../../core/score.js';
import { StateElement } from '../../../state/state-element.js';
import { TREE } from '../../../text/charts/tree-words.js';

export class SearchPaths extends StateElement {
  @property({ attribute: false }) result?: Scored | Unscorable;

  /** Sixty paths are laid out only when a person opens them. */
  @state() private wasOpened = false;

  private readonly selection = this.watch(({ $selection }) => $selection);

  protected override render(): TemplateResult | null {
    const { result } = this;
    if (!result?.paths) return null;
    return html`<quals-disclosure-box
      .heading=${TREE.heading(result.paths.length)}
      @toggle=${({ target }: Event) => (this.wasOpened ||= (target as DisclosureBox).open)}
    >
      ${
        this.wasOpened
          ? html`<p class="note">${TREE.note}</p>
              <quals-path-tree
                .paths=${result.paths}
                .pairs=${result.kind === 'scored' ? result.pairs : []}
                .selected=${result.kind === 'scored' ? this.selection.value.a : -1}
                @pair-select=${({ index, second }: PairSelectEvent) => this.state.selectPair(second ? 'b' : 'a', index)}
              ></quals-path-tree>`
          : null
      }
    </quals-disclosure-box>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-search-paths': SearchPaths;
  }
}
