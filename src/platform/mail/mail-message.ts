/** One mail to one person, as the rooms above hand it over. */
export interface MailMessage {
  /** The key of its outbox row: whatever is sent for the same row has the same Message-ID. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Key of the mail that began the conversation; null for the first one, or one that stands alone. */
  readonly thread: string | null;
  /** The address that takes the reader off this kind of mail by one POST (RFC 8058); null for notices that are owed. */
  readonly unsubscribe: string | null;
}
