import { AGENCY_LEVELS, type AgencyLevel } from '../../directory/agency-level.js';
import { Choice, Line } from '../../platform/web/form-fields.js';
import { PagingForm } from './keyset-page.js';

/** Levels as programs write them. */
export const LEVELS = AGENCY_LEVELS.map((level) => level.toLowerCase() as Lowercase<AgencyLevel>);

/** Words find the best matches; without them the list is in the order of the codes. */
export class AgenciesForm extends PagingForm {
  @Line({ label: 'api.parameter.q', max: 200 })
  q: string;

  /** The code of the agency directly above. */
  @Line({ label: 'api.parameter.parent', max: 40 })
  parent: string;

  @Choice({ label: 'api.parameter.level', values: LEVELS })
  level: Lowercase<AgencyLevel> | '';
}
