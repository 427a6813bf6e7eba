import { path } from '../../../platform/web/path.js';

/** Addresses for partners' programs, with their own key. */
export const PARTNER_API = {
  changes: path('/api/v1/changes'),
  items: path('/api/v1/partner/items'),
  item: path('/api/v1/partner/items/:externalNumber'),
  export: path('/api/v1/partner/export'),
} as const;
