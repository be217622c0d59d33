/** The question whether one of several stored sets is deleted, and what came of it. */
import type { ReactiveControllerHost } from 'lit';

export class DeletionQuestion {
  /** The id of the one that is asked about; '' for none. */
  about = '';
  /** The name of the one that was not deleted; '' where the last deletion worked. */
  left = '';

  constructor(private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>) {}

  /** '' for none. */
  ask(id: string): void {
    this.about = id;
    this.host.requestUpdate();
  }

  /** `forget` rejects where the set was not deleted. Never rejects itself. */
  async delete(
    { id, name }: { readonly id: string; readonly name: string },
    forget: (id: string) => Promise<void>,
  ): Promise<void> {
    this.left = '';
    this.host.requestUpdate();
    await forget(id).catch(() => {
      this.left = name;
    });
    // Meanwhile the question may be about another one.
    if (this.about === id) this.about = '';
    this.host.requestUpdate();
  }
}
