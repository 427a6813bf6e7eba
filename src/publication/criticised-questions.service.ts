import { Injectable } from '@nestjs/common';
import { type CivilDay, dayOf } from '../platform/kernel/civil-day.js';
import { Clock } from '../platform/kernel/clock.js';
import { type FieldErrors, readForm } from '../platform/web/read-form.js';
import { criticisedDays, CriticisedForm } from './criticised.form.js';
import type { CriticisedQuestion } from './criticised.query.js';

export interface ReadCriticised {
  readonly form: CriticisedForm;
  readonly errors: FieldErrors;
  /** Null where something must be mended first. */
  readonly question: CriticisedQuestion | null;
  /** The question as an address says it. */
  readonly address: { readonly from: CivilDay | null; readonly to: CivilDay | null; readonly by: string };
}

/** Reads what is asked of the list of criticised regulations, for everybody and for staff alike. */
@Injectable()
export class CriticisedQuestions {
  constructor(private readonly clock: Clock) {}

  /** @param query what stands in the address: any shape. */
  read(query: unknown): ReadCriticised {
    const { value: form, errors, ok } = readForm(CriticisedForm, query);
    if (!ok) return { form, errors, question: null, address: { from: null, to: null, by: '' } };
    const days = criticisedDays(form, dayOf(this.clock.now()));
    const by = form.by === '' ? 'procedure' : form.by;
    return { form, errors, question: { ...days, by }, address: { ...days, by } };
  }
}
