/** Where an item stands (domain glossary §3.2). */
export const STATES = [
  'SUBMITTED',
  'NEEDS_INFO',
  'RECEIVED',
  'FORWARDED',
  'IN_PROGRESS',
  'AWAITING_APPROVAL',
  'ANSWERED',
  'CLOSED',
  'REFUSED',
  'REDIRECTED',
  'MERGED',
  'WITHDRAWN',
] as const;
export type State = (typeof STATES)[number];

/** Booked and not yet answered; NEEDS_INFO counts where it was reached after booking. */
export const PENDING: readonly State[] = [
  'RECEIVED',
  'FORWARDED',
  'IN_PROGRESS',
  'AWAITING_APPROVAL',
  'NEEDS_INFO',
];
export const OPEN: readonly State[] = ['SUBMITTED', ...PENDING];
export const ANSWERED: readonly State[] = ['ANSWERED', 'CLOSED'];

/** Publication is an axis of its own beside the state. */
export const PUBLICATIONS = ['NONE', 'PENDING_REVIEW', 'PUBLISHED', 'UNPUBLISHED'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

export const RATINGS = ['SATISFIED', 'ACCEPTABLE', 'DISSATISFIED'] as const;
export type Rating = (typeof RATINGS)[number];
