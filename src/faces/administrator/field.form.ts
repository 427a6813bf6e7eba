import { Line } from '../../platform/web/form-fields.js';

/** The name of a field; its code is made of it once. */
export class FieldForm {
  @Line({ label: 'directoryAdmin.fields.name', max: 200, required: true }) name: string;
}
