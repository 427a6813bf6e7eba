/** Why a file is no table: the whole of it is refused. The catalogue says each under `files.table`. */
export type TableFaultName =
  'empty' | 'archive' | 'compressed' | 'pdf' | 'picture' | 'oldOffice' | 'binary' | 'encoding';

/** A file that cannot be read as text or as a table; its sender's matter, never ours. */
export class TableFault extends Error {
  override readonly name = 'TableFault';

  constructor(
    readonly fault: TableFaultName,
    /** The line reached, where that helps to find it. */
    readonly line = 0,
  ) {
    super(`no table: ${fault}`);
  }
}
