/** The file as a whole cannot be used; the catalogue says why under `directoryAdmin.fault`. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';

  constructor(
    readonly fault: string,
    readonly line = 0,
  ) {
    super(`import refused: ${fault}`);
  }
}
