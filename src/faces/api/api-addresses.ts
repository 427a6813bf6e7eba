import { path } from '../../platform/web/path.js';

/** The addresses of version 1, for programs. What may break them gets a version of its own. */
export const API = {
  openApi: path('/api/openapi.json'),
  version: path('/api/v1'),
  feedback: path('/api/v1/feedback'),
  item: path('/api/v1/feedback/:code'),
  itemFile: path('/api/v1/feedback/:code/files/:id'),
  supplement: path('/api/v1/feedback/:code/supplement'),
  withdraw: path('/api/v1/feedback/:code/withdraw'),
  rating: path('/api/v1/feedback/:code/rating'),
  reopening: path('/api/v1/feedback/:code/reopening'),
  published: path('/api/v1/published'),
  publishedOne: path('/api/v1/published/:number'),
  agencies: path('/api/v1/agencies'),
  agency: path('/api/v1/agencies/:code'),
  procedures: path('/api/v1/procedures'),
  procedure: path('/api/v1/procedures/:code'),
  fields: path('/api/v1/fields'),
  figures: path('/api/v1/figures'),
} as const;
