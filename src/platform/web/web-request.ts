import type { Request } from 'express';
import type {} from 'express-session';
import type { Language } from '../i18n/translator.js';
import type { SentFile } from '../storage/sent-file.js';
import type { SignedIn, SignedInPartner } from './signed-in.js';

/** What the middlewares of this room have found out about a request. */
export interface WebRequest extends Request {
  /** The request's name in the log, which error pages print. */
  id: string;
  /** Null for everybody who is not signed in, or not yet through with it. */
  staff: SignedIn | null;
  /** Signed in, but with a duty that comes before everything else: to all other pages nobody. */
  onDuty: SignedIn | null;
  /** Whose key came with a request to the API; null without one. */
  partner: SignedInPartner | null;
  lang: Language;
  /** Null until a form was shown to this browser. */
  visitorId: string | null;
  /** What came with a multipart form. */
  sentFiles?: readonly SentFile[];
}

/** What a session of staff holds. */
export interface StaffSessionData {
  staffId: number;
  stamp: string;
  startedAt: number;
}

declare module 'express-session' {
  interface SessionData {
    staff?: StaffSessionData;
    /** When the row was last written, epoch ms. */
    seenAt?: number;
  }
}
