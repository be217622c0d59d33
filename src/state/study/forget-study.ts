/** Deletes a study with its answers. Afterwards there may be room for what a full device refused. */
import type { PageState } from '../page-state.js';

/** Rejects where the browser does not delete it. */
export async function forgetStudy(
  { studyDatabase, history }: Pick<PageState, 'studyDatabase' | 'history'>,
  id: string,
): Promise<void> {
  await studyDatabase.deleteStudy(id);
  history.countRemoval();
}
