/** Why a file is not taken; the catalogue says each under `files.fault`. */
export const FILE_FAULTS = [
  'empty',
  'tooLarge',
  'tooMany',
  'noRoom',
  'kind',
  'mismatch',
  'broken',
  'pixels',
  'animated',
  'unpacks',
  'macros',
  'active',
  'encrypted',
] as const;
export type FaultName = (typeof FILE_FAULTS)[number];

/** A file that is refused; the sender's matter, never ours. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(readonly fault: FaultName) {
    super(`file refused: ${fault}`);
  }
}
