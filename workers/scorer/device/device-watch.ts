/** A GPU can be lost at any time: driver reset, sleep, another page's crash. */
import { Cancelled } from '../../../src/core/cancelled.js';
import { QualsError } from '../../../src/core/errors.js';

export class DeviceWatch {
  private lost: QualsError | undefined;
  /**
   * Work is here only while it runs. A reaction to the device's own promise would stay, with the result of the work, for as long as
   * there is a device.
   */
  private readonly waiting = new Set<(loss: QualsError) => void>();

  constructor(device: Pick<GPUDevice, 'lost'>) {
    void device.lost.then(({ reason, message }) => {
      const loss = new QualsError('device-lost', `The GPU was lost (${reason}): ${message}`);
      this.lost = loss;
      for (const stopWaiting of this.waiting) stopWaiting(loss);
    });
  }

  /** Throws QualsError `device-lost` if the device is lost, even if `work` never settles. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.lost) throw this.lost;
    let stopWaiting: (loss: QualsError) => void = () => undefined;
    const loss = new Promise<never>((_, reject) => (stopWaiting = reject));
    this.waiting.add(stopWaiting);
    try {
      return await Promise.race([work(), loss]);
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      throw this.lost ?? error;
    } finally {
      this.waiting.delete(stopWaiting);
    }
  }
}
