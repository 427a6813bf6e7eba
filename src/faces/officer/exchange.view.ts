import { LOOK_PURPOSES } from '../../feedback/contact-policy.js';
import type { ItemImport } from '../../intake/item-import.entity.js';
import { ITEM_FORMATS } from '../../intake/item-lines.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import type { ExportForm, ImportForm } from './exchange.form.js';

interface Typed<F> {
  readonly form: F;
  readonly errors: FieldErrors;
}

const TONES: Readonly<Record<ItemImport['state'], string>> = {
  CHECKING: 'progress',
  CHECKED: 'info',
  RUNNING: 'progress',
  DONE: 'success',
  REFUSED: 'danger',
  DROPPED: 'neutral',
};

/** @param mine the person's latest imports */
export function exchangePage(
  { roles }: SignedIn,
  exporting: Typed<ExportForm>,
  importing: Typed<ImportForm>,
  mine: readonly ItemImport[],
  status: number,
): Page {
  const model = {
    title: 'partners.exchange.title',
    // One summary for both forms: only one of them was sent.
    form: formView(Object.assign({}, exporting.form, importing.form, { newFiles: '' }), {
      ...exporting.errors,
      ...importing.errors,
    }),
    formats: ITEM_FORMATS.map((value) => ({ value, label: `partners.format.${value}` })),
    purposes: LOOK_PURPOSES.map((value) => ({ value, label: `audit.purpose.${value}` })),
    mayImport: roles.includes('INTAKE_OFFICER'),
    imports: mine.map((row) => ({ ...stateOf(row), href: paths.exchangeImport.to({ id: row.id }) })),
  };
  return page('officer/exchange', model, status);
}

export function importPage(row: ItemImport): Page {
  const { id, state, added, known, bad, done, badLines, fault } = row;
  return page('officer/exchange-import', {
    title: 'partners.import.title',
    ...stateOf(row),
    ...{ id, added, known, bad, done },
    isChecking: state === 'CHECKING',
    isChecked: state === 'CHECKED',
    isRunning: state === 'RUNNING',
    isDone: state === 'DONE',
    mayDrop: ['CHECKING', 'CHECKED', 'REFUSED'].includes(state),
    nothingNew: added === 0,
    fault: fault === '' ? null : `partners.import.fault.${fault}`,
    badLines: badLines.map(({ line, column, key, params }) => ({
      line,
      column: column === '' ? null : column,
      reason: { key, ...(params ? { params } : {}) },
    })),
    moreBad: bad > badLines.length,
  });
}

function stateOf({ fileName, source, state, createdAt }: ItemImport): Readonly<Record<string, unknown>> {
  return { fileName, source, state: `partners.import.state.${state}`, tone: TONES[state], createdAt };
}
