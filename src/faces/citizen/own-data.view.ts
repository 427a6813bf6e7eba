import type { Erasure } from '../../feedback/erasure.entity.js';
import { isEnded, isErasable, type Retention } from '../../feedback/retention.js';
import { addDays, dayOf, formatDay } from '../../platform/kernel/civil-day.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import type { OwnData } from '../../tracking/own-data.js';
import { type ErasureProofView, erasureProof } from '../../feedback/erasure-proof.view.js';
import { fileRows } from './file-rows.view.js';
import type { Model } from './submit.view.js';

/** How it stands with erasing: still open, possible, asked for, done. */
type ErasureStand = 'open' | 'possible' | 'asked' | 'done';

/** Everything that is stored of this person with this item, and what the person can do about it. */
export function ownDataPage(
  own: OwnData,
  rule: Retention,
  proof: Erasure | null,
  form: FormView = formView({ confirm: false }),
): Model {
  const { item, files, actions } = own.found;
  const stand = standOf(own);
  return {
    title: 'privacy.own.title',
    titleParams: { code: item.code },
    form,
    code: item.code,
    person: personFacts(own),
    words: wordFacts(own),
    files: fileRows(files),
    looks: own.looks.map(({ purpose, ...look }) => ({ ...look, purpose: `audit.purpose.${purpose}` })),
    isOpen: stand === 'open',
    isPossible: stand === 'possible',
    isAsked: stand === 'asked',
    waits: rule.requestDays,
    erasedFrom:
      item.erasureAskedAt === null
        ? null
        : formatDay(addDays(dayOf(item.erasureAskedAt), rule.requestDays + 1)),
    keptYears: isEnded(item.state) ? rule.years[item.state] : rule.years.CLOSED,
    withdraw: actions.includes('withdraw'),
    hasParts: own.found.parts.length > 0,
    proof: proof && (erasureProof([proof]) satisfies ErasureProofView),
  };
}

function standOf({ found: { item } }: OwnData): ErasureStand {
  if (item.erasedAt !== null) return 'done';
  if (item.erasureAskedAt !== null) return 'asked';
  return isErasable(item) ? 'possible' : 'open';
}

interface FactRow {
  readonly label: string;
  readonly value?: string;
  readonly key?: string;
}

const given = (rows: readonly FactRow[]): FactRow[] =>
  rows.filter(({ value, key }) => key !== undefined || value);

function personFacts({ submitter: { type, name, address, phone, email } }: OwnData): FactRow[] {
  return given([
    { label: 'submit.name', value: name },
    { label: 'submit.submitterType', key: `feedback.submitterType.${type}` },
    { label: 'submit.address', value: address },
    { label: 'submit.phone', value: phone },
    { label: 'submit.email', value: email ?? '' },
  ]);
}

function wordFacts({ found: { item } }: OwnData): FactRow[] {
  return given([
    { label: 'tracking.item.titleField', value: item.title },
    { label: 'tracking.item.content', value: item.content },
    { label: 'deskItem.fact.place', value: item.place ?? '' },
    { label: 'deskItem.fact.concerned', value: item.concernedName ?? '' },
  ]);
}
