/** A file as a browser has sent it: streamed to the incoming folder, not looked at yet. */
export interface SentFile {
  /** As its sender named it; anything can stand there. */
  readonly name: string;
  /** Where its bytes lie until the request is over; null where they were thrown away. */
  readonly path: string | null;
  /** Bytes that were written. */
  readonly size: number;
  readonly fault: 'tooLarge' | 'tooMany' | 'noRoom' | null;
}
