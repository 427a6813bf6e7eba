import type { Message } from '../../../platform/kernel/errors.js';

/** A refusal as GeoReport v2 has it: 404 for what is not there, 403 for the key, 400 for everything else. */
export class Open311Error extends Error {
  override readonly name = 'Open311Error';

  /** @param faults one or more, each told with the code of the whole. */
  constructor(
    readonly code: 400 | 403 | 404,
    readonly faults: readonly Message[],
  ) {
    super(`${code}: ${faults.map(({ key }) => key).join(', ')}`);
  }
}
