import { AGENCY_LEVELS, type AgencyLevel } from '../../directory/agency-level.js';
import type { CivilDay } from '../../platform/kernel/civil-day.js';
import { Choice, DayField, Email, Line, Tick } from '../../platform/web/form-fields.js';

/** An address of the web, with or without its beginning. */
const WEBSITE = /^(https?:\/\/)?[\p{L}\d-]+(\.[\p{L}\d-]+)+(:\d+)?(\/\S*)?$/iu;

/** What is said of an agency: names, and the contact points that it must publish (Đ.10, Đ.13 NĐ 20/2008/NĐ-CP). */
export class AgencyForm {
  @Line({ label: 'directoryAdmin.agency.name', max: 300, required: true }) name: string;
  @Line({ label: 'directoryAdmin.agency.shortName', max: 200, required: true }) shortName: string;
  @Choice({ label: 'directoryAdmin.agency.level', values: AGENCY_LEVELS, required: true }) level: AgencyLevel;
  @Line({ label: 'directoryAdmin.agency.address', max: 500 }) address: string;
  @Line({ label: 'directoryAdmin.agency.postalAddress', max: 500 }) postalAddress: string;
  @Line({
    label: 'directoryAdmin.agency.phone',
    max: 100,
    pattern: /^[\d\s.()+/,;-]+$/,
    patternKey: 'directoryAdmin.agency.phoneWrong',
  })
  phone: string;
  @Email({ label: 'directoryAdmin.agency.email' }) email: string;
  @Line({
    label: 'directoryAdmin.agency.website',
    max: 300,
    pattern: WEBSITE,
    patternKey: 'directoryAdmin.agency.websiteWrong',
  })
  website: string;
  @Tick({ label: 'directoryAdmin.agency.intakeOpen' }) intakeOpen: boolean;
}

/** A new agency below another. */
export class NewAgencyForm extends AgencyForm {
  @Line({
    label: 'directoryAdmin.agency.code',
    max: 40,
    required: true,
    pattern: /^[A-Za-z0-9][A-Za-z0-9.-]*$/,
    patternKey: 'directoryAdmin.agency.codeWrong',
  })
  code: string;
  @Line({ label: 'directoryAdmin.agency.parent', max: 200 }) question: string;
  @Line({ label: 'directoryAdmin.agency.parent', max: 40 }) agency: string;
  @DayField({ label: 'directoryAdmin.agency.validFrom', required: true }) validFrom: CivilDay;
}

export class RenameForm {
  @Line({ label: 'directoryAdmin.agency.name', max: 300, required: true }) name: string;
  @Line({ label: 'directoryAdmin.agency.shortName', max: 200, required: true }) shortName: string;
  @DayField({ label: 'directoryAdmin.change.day', required: true }) day: CivilDay;
}

export class MoveForm {
  @Line({ label: 'directoryAdmin.agency.parent', max: 200 }) question: string;
  @Line({ label: 'directoryAdmin.agency.parent', max: 40 }) agency: string;
  @DayField({ label: 'directoryAdmin.change.day', required: true }) day: CivilDay;
}

/** The end of one agency or several: merged into one that is there, into a new one, or abolished. */
export class MergeForm {
  @Choice({ label: 'directoryAdmin.merge.into', values: ['known', 'new', 'none'], required: true })
  into: 'known' | 'new' | 'none';
  @Line({ label: 'directoryAdmin.merge.successor', max: 200 }) question: string;
  @Line({ label: 'directoryAdmin.merge.successor', max: 40 }) agency: string;
  @Line({
    label: 'directoryAdmin.agency.code',
    max: 40,
    pattern: /^[A-Za-z0-9][A-Za-z0-9.-]*$/,
    patternKey: 'directoryAdmin.agency.codeWrong',
  })
  code: string;
  @Line({ label: 'directoryAdmin.agency.name', max: 300 }) name: string;
  @Line({ label: 'directoryAdmin.agency.shortName', max: 200 }) shortName: string;
  @DayField({ label: 'directoryAdmin.change.day', required: true }) day: CivilDay;
  @Tick({ label: 'directoryAdmin.merge.withStaff' }) withStaff: boolean;
}
