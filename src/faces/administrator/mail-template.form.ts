import { Line, Text } from '../../platform/web/form-fields.js';

export class MailTemplateForm {
  @Line({ label: 'administrator.letters.subject', max: 200, required: true }) subject: string;
  @Text({ label: 'administrator.letters.body', max: 5_000, required: true }) body: string;
}
