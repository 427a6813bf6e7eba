import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { ProcedureField } from '../../directory/procedure-field.entity.js';
import type { Action, Transition } from '../../feedback/transition.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { Publication } from '../../publication/publication.entity.js';
import type { ActionForm } from './action.form.js';
import { prefill } from './action-prefill.js';
import { type ActionPage, actionPage } from './action.view.js';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import { ItemHistory } from './item-history.query.js';
import type { Say } from './say.js';
import type { VisibleItem } from './visible-item.query.js';

/** What is to be drawn: a step, what was typed into it, and what stands in its way. */
export interface ActionRequest {
  readonly visible: VisibleItem;
  readonly action: Action;
  readonly row: Transition | null;
  readonly closed: Message | null;
  /** Null for a form that is opened. */
  readonly form: ActionForm | null;
  readonly errors?: FieldErrors;
  /** The version that the person saw, where others have been faster. */
  readonly seen?: number;
}

/** Gathers what a step's page needs. */
@Injectable()
export class ActionPages {
  constructor(
    @InjectRepository(ProcedureField) private readonly fields: Repository<ProcedureField>,
    @InjectRepository(Publication) private readonly publications: Repository<Publication>,
    private readonly history: ItemHistory,
    private readonly agencies: AgencyChoice,
  ) {}

  async draw(request: ActionRequest, say: Say): Promise<ActionPage> {
    const { visible, action, row, closed, errors = {}, seen } = request;
    const { item, reply } = visible;
    const publication = await this.publicationOf(action, item.id);
    const form = request.form ?? prefill(action, item, { reply, publication });
    const needs = row?.needs ?? [];
    return actionPage(
      {
        item,
        action,
        row,
        closed,
        form,
        errors,
        since: seen === undefined ? [] : await this.history.of(item.id, seen),
        agency: needs.includes('agency') ? await this.agencyOf(form) : null,
        reply,
        shown: publication,
        fields: needs.includes('classification') ? await this.fields.find({ order: { name: 'ASC' } }) : [],
      },
      say,
    );
  }

  private async publicationOf(action: Action, feedbackId: number): Promise<Publication | null> {
    const speaksOfIt = action === 'proposePublication' || action === 'publish';
    return speaksOfIt ? this.publications.findOneBy({ feedbackId }) : null;
  }

  private agencyOf(form: Partial<ActionForm>): ReturnType<AgencyChoice['finding']> {
    const { agency = '', agencyQuestion = '', find } = form;
    return this.agencies.finding({ code: agency, question: agencyQuestion, asked: find === 'agency' });
  }
}
