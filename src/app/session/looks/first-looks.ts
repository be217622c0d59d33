/** Takes a first look whenever the texts rest. Nobody presses anything, and a score always goes first. */
import type { Fault, Outcome } from '../../../core/errors.js';
import { withoutCopied } from '../../../core/first-look/uncopied-words.js';
import type { TakenLook } from '../../../core/scorer.js';
import { isOtherScript } from '../../../core/text/other-script.js';
import { verbatimSentences } from '../../../core/text/verbatim-sentences.js';
import type { LookState } from '../../../state/first-look/first-look.js';
import type { PageState } from '../../../state/page-state.js';
import { usesModel } from '../../../state/scoring/run.js';
import { areSame, type Texts } from '../../../state/scoring/document.js';
import { emptyFault } from '../empty-fault.js';
import { LookPace } from './look-pace.js';

/** Delay after the last change, so that a word is not looked at letter by letter. */
const QUIET_MS = 400;

export type TakeLook = (texts: Texts) => Promise<Outcome<TakenLook | null>>;

/**
 * `take` answers null where it was interrupted. It is called until the returned function is called. A model that is lost with a look is
 * no longer `ready` when `take` answers.
 */
export function takeFirstLooks(state: PageState, take: TakeLook): () => void {
  const { $texts, $model, $run, $settings, $lookState, $look, $lookAnyway } = state;
  const pace = new LookPace();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;

  const consider = (): void => {
    clearTimeout(timer);
    // An answer that is still to come is about other texts.
    newest++;
    if (isBusy(state)) return;
    const texts = $texts.get();
    const next = stateBefore(texts);
    $lookState.set(next);
    if (next.kind === 'looking') timer = setTimeout(() => void look(texts), QUIET_MS);
  };

  /** What keeps a look from being taken, or `looking`. */
  const stateBefore = (texts: Texts): LookState => {
    const model = $model.get();
    const now = $lookState.get();
    if (model.kind === 'absent' && now.kind === 'failed') return now;
    if (model.kind !== 'ready' || !model.model.firstLook || $settings.get().firstLook === 'off') return { kind: 'off' };
    const fault = emptyFault(texts);
    if (fault) return { kind: 'unreadable', fault };
    if (isOtherScript(texts.source) || isOtherScript(texts.summary)) return { kind: 'other-script' };
    const last = $look.get();
    if (last && areSame(last.texts, texts)) return { kind: 'taken' };
    const slow = $lookAnyway.get() ? undefined : pace.slow(texts.source);
    return slow ? { kind: 'slow', ...slow } : { kind: 'looking' };
  };

  const look = async (texts: Texts): Promise<void> => {
    const own = newest;
    const began = performance.now();
    const outcome = await take(texts);
    if (!outcome.ok && $model.get().kind !== 'ready') return $lookState.set({ kind: 'failed', fault: outcome.fault });
    const { source } = texts;
    if (outcome.ok && outcome.value) pace.add(source, performance.now() - began, outcome.value.articleKept);
    if (own !== newest) return;
    if (!outcome.ok) return $lookState.set(stateOfFault(outcome.fault));
    // Something else needed the model for a moment.
    if (!outcome.value) return consider();
    keep(texts, outcome.value);
    $lookState.set({ kind: 'taken' });
  };

  /** A score takes a look, too. */
  const takeOver = (): void => {
    const shown = state.$shown.get();
    const firstLook = shown?.origin.kind === 'run' ? shown.result.firstLook : undefined;
    if (shown && firstLook) keep(shown.texts, { look: firstLook, articleKept: true });
  };

  const keep = (texts: Texts, { look, articleKept }: TakenLook): void => {
    const copied = verbatimSentences(texts.summary, texts.source).spans;
    $look.set({ look: withoutCopied(look, copied), articleKept, texts });
  };

  const leaves = [
    $texts.listen(consider),
    $settings.listen(({ firstLook }, before) => {
      if (firstLook !== before?.firstLook) consider();
    }),
    $lookAnyway.listen(consider),
    $run.listen(() => {
      if (!isBusy(state)) takeOver();
      consider();
    }),
    $model.listen(({ kind }) => {
      if (kind === 'ready') {
        // Another model, or another device.
        pace.forget();
        $look.set(undefined);
        $lookAnyway.set(false);
      }
      consider();
    }),
  ];
  return () => {
    clearTimeout(timer);
    newest++;
    for (const leave of leaves) leave();
  };
}

/** True while looks at the present texts are taken: they read the article themselves. */
export function looksAreTaken({ $lookState }: PageState): boolean {
  const { kind } = $lookState.get();
  return kind === 'looking' || kind === 'taken';
}

function isBusy({ $run }: PageState): boolean {
  return usesModel($run.get());
}

function stateOfFault(fault: Fault): LookState {
  const isAboutTexts = fault.code.startsWith('source-') || fault.code.startsWith('summary-');
  return { kind: isAboutTexts ? 'unreadable' : 'failed', fault };
}
