/** What a reader may decline by one click; letters to citizens are notices that are owed, and have none. */
export type MailList = 'digest' | 'reminders';

export interface Letter {
  readonly audience: 'citizen' | 'officer' | 'account';
  /** The names that its words may hold, all of them texts; where there is nothing to say they are empty. */
  readonly placeholders: readonly string[];
  readonly list?: MailList;
  /** Without it the letter would be of no use, so that its body has to keep it. */
  readonly needs?: string;
}

const citizen = (...more: string[]): Letter => ({
  audience: 'citizen',
  placeholders: ['code', 'agency', 'link', ...more],
});
const officer = (...more: string[]): Letter => ({
  audience: 'officer',
  placeholders: ['code', 'agency', 'field', 'dueDay', 'link', ...more],
});
/** About somebody's own account. */
const account = (...more: string[]): Letter => ({
  audience: 'account',
  placeholders: ['name', 'username', 'agency', 'by', 'link', ...more],
});

/** Every letter that leaves the house. Its words lie in `views/mail/<name>.text.hbs` and may be changed by an administrator. */
export const LETTERS = {
  received: citizen('dueDay'),
  infoRequested: citizen('question', 'untilDay'),
  extended: citizen('dueDay', 'originalDay', 'reason'),
  answered: citizen('ratingUntil', 'reopenUntil'),
  masterAnswered: citizen('masterCode'),
  apology: citizen('dueDay', 'newDay'),
  expired: citizen(),
  refused: citizen('reason'),
  redirected: citizen('reason'),
  reopened: citizen('reason', 'dueDay'),
  reopenDeclined: citizen('reason'),
  split: citizen('originalCode', 'originalLink', 'dueDay'),
  merged: citizen('masterCode'),
  assigned: officer('by', 'reason'),
  returned: officer('from', 'reason'),
  sentBack: officer('by', 'reason'),
  reminded: officer('by', 'reason'),
  dueSoon: { ...officer('today', 'daysLeft'), list: 'reminders' },
  escalated: officer('daysLate'),
  digest: {
    audience: 'officer',
    placeholders: [
      ...['day', 'summary', 'link'],
      ...['overdue', 'overdueCount', 'dueToday', 'dueTodayCount'],
      ...['approval', 'approvalCount', 'fresh', 'freshCount'],
    ],
    list: 'digest',
  },
  invitation: { ...account('untilDay'), needs: 'link' },
  secondFactorReset: account(),
  test: account(),
} as const satisfies Record<string, Letter>;

export type LetterName = keyof typeof LETTERS;
export const LETTER_NAMES = Object.keys(LETTERS) as LetterName[];

/** What a letter says: a text for each of its placeholders. */
export type Facts = Readonly<Record<string, string>>;

export function isLetterName(name: unknown): name is LetterName {
  return typeof name === 'string' && Object.hasOwn(LETTERS, name);
}

export function letterOf(name: LetterName): Letter {
  return LETTERS[name];
}
