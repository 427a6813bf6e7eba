import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { openConsultationsOf } from '../../feedback/conditions.js';
import type { Action, Transition } from '../../feedback/transition.js';
import { Choices } from '../../platform/installation/choices.service.js';
import { headingFor, paperHeading } from '../../platform/installation/paper-heading.js';
import type { Message } from '../../platform/kernel/errors.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { UploadView } from '../../intake/upload.view.js';
import { OwedPublications } from '../../publication/owed-publications.query.js';
import type { Publication } from '../../publication/publication.entity.js';
import { ActionChoices } from './action-choices.service.js';
import { ActionSurroundings } from './action-around.service.js';
import type { ActionForm } from './action.form.js';
import { prefill, type Proposed, proposedWords } from './action-prefill.js';
import { type ActionPage, actionPage, type AskedView } from './action.view.js';
import { ItemHistory } from './item-history.query.js';
import type { ListBehind } from './item-way.js';
import { lastWords } from './item.view.js';
import { publicationView } from './publication.view.js';
import type { Say } from './say.js';
import type { VisibleItem } from './visible-item.query.js';

/** What is to be drawn: a step, what was typed into it, and what stands in its way. */
export interface ActionRequest {
  readonly visible: VisibleItem;
  readonly actor: StaffActor;
  readonly action: Action;
  readonly behind: ListBehind;
  readonly row: Transition | null;
  readonly closed: Message | null;
  /** Null for a form that is opened. */
  readonly form: ActionForm | null;
  readonly errors?: FieldErrors;
  /** The version that the person saw, where others have been faster. */
  readonly seen?: number;
  /** A draft with which the form is opened again. */
  readonly draft?: { readonly form: Partial<ActionForm>; readonly savedAt: number } | null;
  readonly proposed?: Proposed | undefined;
  /** Files that came with what was typed. */
  readonly upload?: UploadView;
  /** When what was typed was kept just now, epoch ms. */
  readonly keptAt?: number | null;
}

/** Steps that decide on what somebody asked for: the asking is read first. */
const ASKED_BY: Partial<Record<Action, Action>> = {
  extend: 'askExtension',
  declineExtension: 'askExtension',
  reopen: 'askReopen',
  declineReopen: 'askReopen',
};

/** Gathers what a step's page needs. */
@Injectable()
export class ActionPages {
  constructor(
    private readonly publications: OwedPublications,
    private readonly history: ItemHistory,
    private readonly choices: ActionChoices,
    private readonly around: ActionSurroundings,
    private readonly installation: Choices,
  ) {}

  async draw(request: ActionRequest, say: Say): Promise<ActionPage> {
    const { visible, action, row, errors = {}, seen } = request;
    const { item } = visible;
    const standing = (await this.publications.of([item])).get(item.id) ?? null;
    const form = await this.formOf(request, standing?.publication ?? null);
    const { from } = request.behind;
    const { reply } = visible;
    return actionPage(
      {
        ...request,
        ...visible,
        form,
        errors,
        since: seen === undefined ? [] : await this.history.of(item.id, seen),
        ...(await this.choices.of(row?.needs ?? [], form)),
        texts: reply && publicationView(action, { item, reply, standing, form, from }),
        asked: await this.askedFor(request),
        around: await this.around.of(item, request.closed ? null : action, request.actor),
      },
      say,
    );
  }

  /** What was typed; for a form that is opened its draft, over what is known. */
  private async formOf(
    request: ActionRequest,
    publication: Publication | null,
  ): Promise<Partial<ActionForm>> {
    const { visible, action, form, draft, proposed } = request;
    const { item, reply } = visible;
    if (!form) {
      const { signatory } = headingFor(await this.installation.get(paperHeading), item.handlingAgencyId);
      const known = prefill(action, item, { reply, publication, signatory });
      return { ...known, ...draft?.form, ...proposedWords(proposed) };
    }
    return form.insert === '' ? form : this.around.withTemplate(form, item, request.actor);
  }

  /** Why a publisher sent the last proposal back, or took back what was public. */
  private async sentBack({ item }: VisibleItem): Promise<AskedView | null> {
    return item.publication === 'UNPUBLISHED' ? lastWords(await this.history.of(item.id), 'unpublish') : null;
  }

  private async askedFor({ visible, action, actor }: ActionRequest): Promise<AskedView | null> {
    const { item } = visible;
    if (action === 'contribute') {
      const asked = openConsultationsOf(actor, item).map(({ askedSeq }) => askedSeq);
      const rows = await this.history.of(item.id);
      return lastWords(
        rows.filter(({ entry }) => asked.includes(entry.seq)),
        'consult',
      );
    }
    if (action === 'proposePublication') return this.sentBack(visible);
    const asking = ASKED_BY[action];
    const isOpen = asking === 'askReopen' ? item.reopenAsked : item.extensionAskedById !== null;
    return asking && isOpen ? lastWords(await this.history.of(item.id), asking) : null;
  }
}
