/** A GPU can be lost at any time: driver reset, sleep, another page's crash. */
import { Cancelled } from '../../../src/core/cancelled.js';
import { QualsError } from '../../../src/core/errors.js';

export class DeviceWatch {
  private lost: QualsError | undefined;
  private readonly whenLost: Promise<void>;

  constructor(device: Pick<GPUDevice, 'lost'>) {
    this.whenLost = device.lost.then(({ reason, message }) => {
      this.lost = new QualsError('device-lost', `The GPU was lost (${reason}): ${message}`);
    });
  }

  /** Throws QualsError `device-lost` if the device is lost, even if `work` never settles. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.lost) throw this.lost;
    try {
      return await Promise.race([work(), this.whenLost.then(() => Promise.reject(this.lost ?? new Error('lost')))]);
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      throw this.lost ?? error;
    }
  }
}
