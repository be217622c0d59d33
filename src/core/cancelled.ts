/** Thrown by a `Checkpoint` when the person pressed Stop. An outcome, not an error: the worker turns it into `{kind: 'cancelled'}`. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  constructor() {
    super('Stopped by the person.');
  }
}
