/** How much one form may bring. */
export interface FileLimits {
  /** Number of files. */
  readonly most: number;
  /** Bytes of one file. */
  readonly size: number;
}
