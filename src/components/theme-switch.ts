/** `<quals-theme-switch>`: system, light or dark. Applies the choice to the page at once and fires `theme-change`; the page remembers it. */
import { LitElement, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../styles/host-styles.js';
import { THEME } from '../text/page/component-words.js';
import { inlineHost } from './element/inline-host.js';
import { applyTheme, type ThemeChoice } from './theme.js';
import type { ToggleChangeEvent } from './toggle-group.js';

export class ThemeChangeEvent extends Event {
  constructor(readonly theme: ThemeChoice) {
    super('theme-change', { bubbles: true, composed: true });
  }
}

const OPTIONS = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: THEME[value] }));

export class ThemeSwitch extends LitElement {
  static override styles = [hostStyles, inlineHost];

  @property() theme: ThemeChoice = 'system';

  protected override render(): TemplateResult {
    return html`<quals-toggle-group
      label=${THEME.label}
      .options=${OPTIONS}
      .value=${this.theme}
      @toggle-change=${this.onChange}
    ></quals-toggle-group>`;
  }

  private readonly onChange = (event: ToggleChangeEvent): void => {
    event.stopPropagation();
    this.theme = event.value as ThemeChoice;
    applyTheme(document.documentElement, this.theme);
    this.dispatchEvent(new ThemeChangeEvent(this.theme));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'quals-theme-switch': ThemeSwitch;
  }
  interface GlobalEventHandlersEventMap {
    'theme-change': ThemeChangeEvent;
  }
}
