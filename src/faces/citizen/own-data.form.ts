import { Hidden, Tick } from '../../platform/web/form-fields.js';

/** The last question before everything personal goes for good. */
export class OwnErasureForm {
  /** The item on whose page the form stood. */
  @Hidden({ max: 24, required: true })
  code: string;

  @Tick({ label: 'privacy.own.confirm', required: true })
  confirm: boolean;
}

export class OwnKeepForm {
  @Hidden({ max: 24, required: true })
  code: string;
}
