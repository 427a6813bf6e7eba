/**
 * What a partner's key may be good for.
 * `submit`: bring items, and speak for their submitters afterwards (supplement, withdraw, rate).
 * `track`: read the own items as their submitters see them. `changes`: poll for changes of the own items.
 * `export`: the own items whole, with the contact data that the partner itself has sent.
 */
export const PARTNER_SCOPES = ['submit', 'track', 'changes', 'export'] as const;
export type PartnerScope = (typeof PARTNER_SCOPES)[number];
