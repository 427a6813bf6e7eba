/** Levels are data about an agency; nothing but its place in the tree decides what it sees. */
export const AGENCY_LEVELS = ['ROOT', 'MINISTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'DEPARTMENT'] as const;

/** DISTRICT is history: abolished on 01/07/2025, kept for what was reported before. */
export type AgencyLevel = (typeof AGENCY_LEVELS)[number];
