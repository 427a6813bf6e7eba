import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { type PossibleDuplicate, Duplicates } from '../../intake/duplicates.service.js';
import { EnterByStaff, receivedDayFault, type StaffEntry } from '../../intake/enter-by-staff.service.js';
import type { FilesOfForm } from '../../intake/form-files.js';
import { dayOf, startOfDay } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import { DomainError } from '../../platform/kernel/errors.js';
import type { FieldErrors, ReadForm } from '../../platform/web/read-form.js';
import { ProposeRouting } from '../../routing/propose-routing.service.js';
import { tellable } from './duplicates.view.js';
import { type EntryAddress, EntryChoices } from './entry-choices.service.js';
import type { EntryForm } from './entry.form.js';

/** How sending the form ended. */
export type EntryOutcome =
  | { readonly kind: 'entered'; readonly code: string; readonly isRepeat: boolean }
  | { readonly kind: 'again'; readonly errors: FieldErrors }
  /** Nothing is stored yet: the officer looks at these first. */
  | { readonly kind: 'duplicates'; readonly found: readonly PossibleDuplicate[] };

/** From the filled-in form to the stored item. */
@Injectable()
export class EntryDesk {
  constructor(
    private readonly choices: EntryChoices,
    private readonly duplicates: Duplicates,
    private readonly intake: EnterByStaff,
    private readonly routing: ProposeRouting,
    private readonly clock: Clock,
  ) {}

  async take(
    { value, errors }: ReadForm<EntryForm>,
    files: FilesOfForm,
    actor: StaffActor,
  ): Promise<EntryOutcome> {
    // Asked after the files were looked at: what a repeat carries may have been taken in by the first.
    const known = errors.submissionKey ? null : await this.intake.known(value.submissionKey);
    if (known) return { kind: 'entered', code: known, isRepeat: true };
    const address = await this.choices.resolve(value, actor);
    const faults = { ...address.faults, ...this.dayFaults(value, errors), ...errors, ...files.errors };
    if (Object.keys(faults).length > 0) return { kind: 'again', errors: faults };
    const entry = entryOf(value, address, files.tokens);
    const found = (await this.lookAlikes(entry, actor)).filter(({ item }) => !value.seen.includes(item.code));
    if (found.length > 0) return { kind: 'duplicates', found };
    try {
      return { kind: 'entered', ...(await this.intake.enter(await this.routed(entry), actor)) };
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return { kind: 'again', errors: error.fields };
    }
  }

  /** It is taken in where it came; where it should be handled is proposed as for what citizens send. */
  private async routed(entry: StaffEntry): Promise<StaffEntry> {
    const { procedureId, fieldId, subject, title, content, place, aboutHead = false, intakeAgency } = entry;
    const facts = { procedureId, fieldId, subject, place: place ?? '', text: `${title} ${content}` };
    const question = { ...facts, aboutHead, chosenAgencyId: intakeAgency.id };
    return { ...entry, proposal: (await this.routing.propose(question)).proposal };
  }

  private dayFaults({ receivedDay }: EntryForm, { receivedDay: typed }: FieldErrors): FieldErrors {
    const fault =
      receivedDay === null || typed ? null : receivedDayFault(receivedDay, dayOf(this.clock.now()));
    return fault ? { receivedDay: fault } : {};
  }

  private async lookAlikes(entry: StaffEntry, actor: StaffActor): Promise<PossibleDuplicate[]> {
    const { title, content, procedureId, receivedDay, submitter } = entry;
    const { phone, email } = submitter;
    const submittedAt = startOfDay(receivedDay);
    const words = { title, content, phone, email, procedureId, submittedAt };
    return tellable(await this.duplicates.of({ ...words, id: null, splitFromId: null }, actor), actor);
  }
}

/** @param form without faults, so that its choices are made and its codes stand for something. */
function entryOf(form: EntryForm, address: EntryAddress, fileTokens: readonly string[]): StaffEntry {
  const { channel, receivedDay, urgency, kind, subject, submitterType } = form;
  const { procedure, agency } = address;
  const isChosen = channel !== '' && urgency !== '' && kind !== '' && subject !== '' && submitterType !== '';
  if (!isChosen || receivedDay === null || !agency) throw new Error('a form with faults is no entry');
  const { title, content, name, address: home, phone, email, submissionKey } = form;
  return {
    ...{ channel, receivedDay, urgency, kind, subject, title, content, submissionKey, fileTokens },
    place: form.place || null,
    concernedName: form.concernedName || null,
    aboutHead: form.aboutHead,
    procedureId: procedure?.id ?? null,
    fieldId: procedure?.fieldId ?? null,
    intakeAgency: agency,
    submitter: { type: submitterType, name, address: home, phone, email: email || null },
    booked: form.booked,
  };
}
