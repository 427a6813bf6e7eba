import { Line, Whole } from '../../../platform/web/form-fields.js';

export const USUAL_CHANGES = 100;
export const MOST_CHANGES = 1_000;

/** What `GET /changes` may be asked. */
export class ChangesForm {
  @Line({ label: 'partners.parameter.after', max: 200 })
  after: string;

  @Whole({ label: 'api.parameter.limit', min: 1, max: MOST_CHANGES })
  limit: number | null;
}
