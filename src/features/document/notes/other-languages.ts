/** Looks, when typing rests, for texts in another language than English; the form is drawn again once it is known. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Texts } from '../../../state/scoring/document.js';
import { isOtherLanguage } from './language.js';

const QUIET_MS = 400;

export class OtherLanguages implements ReactiveController {
  private looked: Texts | undefined;
  /** Of the texts looked at last: what is typed meanwhile changes it seldom. */
  found: readonly (keyof Texts)[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.looked = undefined;
  }

  /** The same object twice is looked at once. */
  look(texts: Texts): void {
    if (texts === this.looked) return;
    this.looked = texts;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.find(texts), QUIET_MS);
  }

  private async find(texts: Texts): Promise<void> {
    const fields: (keyof Texts)[] = [];
    for (const field of ['source', 'summary'] as const) if (await isOtherLanguage(texts[field])) fields.push(field);
    if (texts !== this.looked || fields.join() === this.found.join()) return;
    this.found = fields;
    this.host.requestUpdate();
  }
}
