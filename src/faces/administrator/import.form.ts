import { IMPORT_KINDS, type ImportKind } from '../../directory/directory-import.entity.js';
import { Choice } from '../../platform/web/form-fields.js';

/** What a file that is sent in brings. */
export class ImportForm {
  @Choice({ label: 'directoryAdmin.imports.kind', values: IMPORT_KINDS, required: true }) kind: ImportKind;
}
