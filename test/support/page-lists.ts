import type { PathName } from '../../src/platform/web/paths.js';

/** Addresses without a page: suggestions while typing, files, health, and what takes a form and shows another address. */
export const NO_PAGE = new Set<PathName>([
  'procedureSearch', 'agencySearch', 'figuresAgencies', 'officerAgencies', 'supervisorAgencies', 'staffAgencies',
  'firstRunAgencies', 'healthz', 'readyz', 'signOut', 'accountEverywhere', 'staffRevoke', 'staffSuspend',
  'staffReinstate', 'trackReopen', 'trackPart', 'trackFile', 'officerFile', 'officerProcedures', 'staffEntryAgencies', 'officerFilter', 'officerFilterForget', 'officerAbsenceEnd', 'mailTemplateReset', 'outboxRetry', 'outboxRetryAll', 'outboxGiveUp',
  'trackReplyPdf', 'officerReplyPdf', 'officerNotes', 'officerPresence', 'officerDraft', 'calendarApply', 'termRemove',
  'routingRuleStep', 'trackDataFile', 'trackErasureKeep', 'personalExport', 'publishedHelped', 'publishedFeed', 'sitemap', 'sitemapPart', 'robots',
  'agencyCancel', 'procedureStatus', 'fieldRetire', 'importApply', 'importDrop', 'importRows',
  'partnerState', 'partnerKeyRevoke', 'partnerWebhookSecret', 'partnerWebhookTest', 'exchangeExport', 'exchangeSend', 'exchangeBegin', 'exchangeDrop', 'exchangeBad',
  'staffInviteAgain', 'staffInviteWithdraw', 'staffTwoStepReset', 'twoStepOff', 'twoStepCodes', 'auditExport',
  'authorityMark', 'authorityMarkRemove', 'testLetter', 'goalRemove',
]); // prettier-ignore

/** States whose pages differ in more than a word, for the citizen and for the desk. */
export const FOLLOWED = ['SUBMITTED', 'NEEDS_INFO', 'FORWARDED', 'ANSWERED', 'CLOSED', 'REFUSED', 'REDIRECTED'] as const; // prettier-ignore
export const AT_THE_DESK = ['SUBMITTED', 'NEEDS_INFO', 'IN_PROGRESS', 'AWAITING_APPROVAL', 'ANSWERED', 'REFUSED'] as const; // prettier-ignore
/** In these some step has a form. */
export const WITH_STEPS = [
  'SUBMITTED', 'NEEDS_INFO', 'RECEIVED', 'FORWARDED', 'IN_PROGRESS', 'AWAITING_APPROVAL', 'ANSWERED', 'CLOSED',
] as const; // prettier-ignore

/** Name and address of what anybody can open. */
export const FOR_EVERYBODY: readonly (readonly [name: string, address: string])[] = [
  ['home', '/'],
  ['gone', '/gui/xong'],
  ['track', '/tra-cuu'],
  ['published', '/cong-khai'],
  ['published-none', '/cong-khai?q=khong+co+tu+nay'],
  ['figures', '/so-lieu'],
  ['figures-field', '/so-lieu?from=2026-01-01&to=2026-03-10&by=field'],
  ['figures-empty', '/so-lieu?period=H1&year=2012'],
  ['figures-fault', '/so-lieu?from=2026-02-30'],
  ['figures-agencies', '/so-lieu?agencyQuestion=so'],
  ['explained', '/so-lieu/dinh-nghia'],
  ['api', '/api'],
  ['design', '/he-thiet-ke'],
  ['english', '/?lang=en'],
  ['not-found', '/khong-co-trang-nay'],
  ['malformed', '/%E0%A4%A'],
  ['not-this-way', '/dang-xuat'],
];
