/** What somebody sent, until the person takes it or leaves it. */
import { atom } from 'nanostores';
import type { DecodedShare } from './shared-texts.js';

export function createSharedState() {
  const $shared = atom<DecodedShare | undefined>(undefined);
  return { $shared };
}
