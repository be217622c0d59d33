/** Why something was not done just now, mostly because a run goes on. The reason is gone once it does not hold any more. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PageState } from './page-state.js';

export class RunRefusal implements ReactiveController {
  /** '' for no reason. */
  reason = '';
  private holds: () => boolean = () => true;
  private leaves: readonly (() => void)[] = [];

  /** `find`: the state may be there only once the host is connected. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly find: () => Pick<PageState, '$run' | '$compareRun' | '$batchRun'>,
  ) {
    host.addController(this);
  }

  /** `holds`: asked again whenever a run changes. '' as the reason: nothing is refused. */
  set(reason: string, holds: () => boolean = () => true): void {
    [this.reason, this.holds] = [reason, holds];
    this.host.requestUpdate();
  }

  hostConnected(): void {
    const { $run, $compareRun, $batchRun } = this.find();
    this.leaves = [$run, $compareRun, $batchRun].map((run) => run.listen(this.ask));
    // It may have ended meanwhile.
    this.ask();
  }

  hostDisconnected(): void {
    this.leaves.forEach((leave) => leave());
  }

  private readonly ask = (): void => {
    if (this.reason !== '' && !this.holds()) this.set('');
  };
}
