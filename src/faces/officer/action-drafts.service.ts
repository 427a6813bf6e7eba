import { Injectable } from '@nestjs/common';
import { LIFECYCLE } from '../../feedback/lifecycle.js';
import { type Action, ACTIONS } from '../../feedback/transition.js';
import type { KeptDraft } from '../../handling/kept-draft.entity.js';
import { type DraftPlace, KeptDrafts } from '../../handling/kept-drafts.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { fieldsOf, TYPED_TEXTS } from './action-fields.js';
import type { ActionForm } from './action.form.js';

export const isAction = (name: string): name is Action => (ACTIONS as readonly string[]).includes(name);

/** Drafts of steps' forms: which of their fields are kept, and how they come back. */
@Injectable()
export class ActionDrafts {
  constructor(private readonly drafts: KeptDrafts) {}

  /** @returns when it was kept, epoch ms; null for a form without words. @throws DomainError('invalid') when too long. */
  async keep(place: DraftPlace, form: Partial<ActionForm>): Promise<number | null> {
    const names = draftFields(place.form);
    const fields = Object.fromEntries(
      names.flatMap((name) => (form[name] === undefined ? [] : [[name, String(form[name] ?? '')]])),
    );
    const isTyped = TYPED_TEXTS.some((name) => fields[name]);
    return isTyped ? this.drafts.keep(place, fields, versionOf(form)) : null;
  }

  /** The same for pages that come back anyway: what is too long stays on the page alone. */
  async keepIfPossible(place: DraftPlace, form: Partial<ActionForm>): Promise<number | null> {
    try {
      return await this.keep(place, form);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'invalid') return null;
      throw error;
    }
  }

  /** @returns the draft with its fields as a form holds them. */
  async find(place: DraftPlace): Promise<{ form: Partial<ActionForm>; savedAt: number } | null> {
    if (draftFields(place.form).length === 0) return null;
    const draft: KeptDraft | null = await this.drafts.find(place);
    return draft && { form: draft.fields, savedAt: draft.savedAt };
  }

  drop(place: DraftPlace): Promise<void> {
    return this.drafts.drop(place);
  }
}

/** Anything can be sent as a version; databases hold whole numbers up to 2³¹. */
function versionOf({ expectedVersion }: Partial<ActionForm>): number {
  const version = Number(expectedVersion);
  return Number.isInteger(version) && version > 0 && version < 2 ** 31 ? version : 0;
}

/** The fields of a step that has words to write; none for others. */
function draftFields(action: string): readonly (keyof ActionForm)[] {
  const fields = LIFECYCLE.filter((row) => row.action === action).flatMap(fieldsOf);
  return fields.some((name) => TYPED_TEXTS.includes(name)) ? [...new Set(fields)] : [];
}
