import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../accounts/staff-actor.js';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import type { ReplyTemplate } from '../../handling/reply-template.entity.js';
import { TEMPLATE_ROLES } from '../../handling/reply-templates.service.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import type { ReplyTemplateForm } from './reply-template.form.js';
import { type TemplatePage, templatePage, type TemplateSituation } from './reply-templates.view.js';
import type { Say } from './say.js';

/** Gathers what the page of one template needs. */
@Injectable()
export class ReplyTemplatePages {
  constructor(
    private readonly agencies: AgencyDirectory,
    private readonly clock: Clock,
  ) {}

  /** An empty form, for the person's own agency. */
  async fresh(actor: StaffActor, say: Say): Promise<TemplatePage> {
    const form = { agencyId: actor.agencyId, name: '', outcome: '', body: '' };
    return this.draw({ template: null, form, errors: {}, isLooking: false }, actor, say);
  }

  of(template: ReplyTemplate, actor: StaffActor, say: Say): Promise<TemplatePage> {
    const { agencyId, name, outcome, body } = template;
    const form = { agencyId, name, outcome: outcome ?? '', body };
    return this.draw({ template, form, errors: {}, isLooking: false }, actor, say);
  }

  again(
    typed: Pick<TemplateSituation, 'template' | 'errors'> & { readonly form: ReplyTemplateForm },
    actor: StaffActor,
    say: Say,
  ): Promise<TemplatePage> {
    return this.draw({ ...typed, isLooking: typed.form.act === 'look' }, actor, say);
  }

  private async draw(
    situation: Omit<TemplateSituation, 'agencies' | 'today'>,
    actor: StaffActor,
    say: Say,
  ): Promise<TemplatePage> {
    const today = dayOf(this.clock.now());
    return templatePage({ ...situation, agencies: await this.agenciesOf(actor), today }, say);
  }

  /** The agencies at which the person has a role that keeps templates; the own one first, where it lies below them. */
  private async agenciesOf({ agencyId, grants }: StaffActor): Promise<Readonly<Agency>[]> {
    const all = await this.agencies.all();
    const roles: readonly string[] = TEMPLATE_ROLES;
    const mine = grants.filter(({ role }) => roles.includes(role));
    const isMine = (path: string): boolean => mine.some((grant) => path.startsWith(grant.path));
    const ids = new Set([agencyId, ...mine.map((grant) => grant.agencyId)]);
    return [...ids].flatMap((id) => {
      const agency = all.get(id);
      return agency && isMine(agency.path) ? [agency] : [];
    });
  }
}
