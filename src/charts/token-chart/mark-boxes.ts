/**
 * The clickable boxes of a token chart: one per mark, with one Tab stop in total. Arrows move, Home and End jump, Enter or Space
 * selects, Escape leaves. Pointer and focus preview. CSS alone draws hover, focus and selection.
 */
import { html, type LitElement, type TemplateResult } from 'lit';
import { markName } from '../../text/charts/chart-words.js';
import { TokenPreviewEvent, TokenSelectEvent } from '../chart-events.js';
import { markAfterKey } from './mark-keys.js';
import type { Mark } from '../marks.js';
import type { Box } from '../shapes/shapes.js';
import { setStyles } from '../../styles/set-styles.js';

export interface BoxList {
  readonly name: string;
  readonly direction: 'horizontal' | 'vertical';
  readonly marks: readonly Mark[];
  readonly targets: readonly { readonly box: Box; readonly frame: Box }[];
  /** Index in `marks`; −1 for none. */
  readonly selected: number;
  /** Added to each box's x. */
  readonly left: number;
}

export class MarkBoxes {
  private marks: readonly Mark[] = [];
  /** The mark with the Tab stop; −1: the selected one, or the first. */
  private reached = -1;

  constructor(private readonly host: LitElement) {}

  render({ name, direction, marks, targets, selected, left }: BoxList): TemplateResult {
    if (marks !== this.marks) {
      this.marks = marks;
      this.reached = -1;
    }
    const reached = this.reached >= 0 ? this.reached : Math.max(0, selected);
    return html`
      <div
        class="marks"
        role="listbox"
        aria-label=${name}
        aria-orientation=${direction}
        @keydown=${this.onKey}
        @click=${this.onClick}
        @pointerover=${this.onPointer}
        @pointerleave=${this.endPreview}
        @focusin=${this.onFocus}
        @focusout=${this.endPreview}
      >
        ${targets.map(
          ({ box, frame }, index) =>
            html`<div
              class="mark"
              role="option"
              data-index=${index}
              tabindex=${index === reached ? 0 : -1}
              aria-selected=${index === selected ? 'true' : 'false'}
              aria-label=${markName(marks[index] as Mark)}
              style=${setStyles(place(box, frame, left))}
            ></div>`,
        )}
      </div>
    `;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const index = indexOf(event);
    if (index === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      this.select(index);
    } else if (event.key === 'Escape') {
      (event.target as HTMLElement).blur();
    } else {
      const next = markAfterKey(event.key, index, this.marks.length);
      if (next === undefined) return;
      this.host.renderRoot.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
    }
    event.preventDefault();
  };

  private readonly onClick = (event: Event): void => {
    const index = indexOf(event);
    if (index !== undefined) this.select(index);
  };

  private readonly onPointer = (event: PointerEvent): void => {
    const index = indexOf(event);
    if (index !== undefined && event.pointerType !== 'touch') this.preview(index);
  };

  private readonly onFocus = (event: Event): void => {
    const index = indexOf(event);
    if (index === undefined) return;
    this.reach(index);
    this.preview(index);
  };

  private readonly endPreview = (): void => {
    this.host.dispatchEvent(new TokenPreviewEvent(null));
  };

  private preview(index: number): void {
    const mark = this.marks[index];
    if (mark) this.host.dispatchEvent(new TokenPreviewEvent(mark.first));
  }

  private select(index: number): void {
    const mark = this.marks[index];
    if (!mark) return;
    this.reach(index);
    this.host.dispatchEvent(new TokenSelectEvent(mark.first));
  }

  private reach(index: number): void {
    if (this.reached === index) return;
    this.reached = index;
    this.host.requestUpdate();
  }
}

/** The mark of an event, from `data-index`. */
function indexOf(event: Event): number | undefined {
  const index = (event.target as HTMLElement).dataset['index'];
  return index === undefined ? undefined : Number(index);
}

function place(box: Box, frame: Box, left: number): Record<string, string> {
  const top = frame.y - box.y;
  const bottom = box.y + box.height - (frame.y + frame.height);
  return {
    left: `${left + box.x}px`,
    top: `${box.y}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
    '--frame-inset': `${top}px 0 ${bottom}px 0`,
  };
}
