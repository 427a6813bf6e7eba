/**
 * Thrown by a handler for what no repetition will mend: the row is parked at once, where a person sees it.
 * The message is kept and shown: never an address, a name or anything a citizen wrote.
 */
export class PermanentFault extends Error {
  override readonly name = 'PermanentFault';
}
