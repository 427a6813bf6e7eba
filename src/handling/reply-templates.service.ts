import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, IsNull, type Repository } from 'typeorm';
import { covers, type StaffActor } from '../accounts/staff-actor.js';
import { AgencyDirectory } from '../directory/agency-directory.service.js';
import type { Agency } from '../directory/agency.entity.js';
import { auditedStaff, AuditTrail } from '../platform/audit/audit-trail.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Clock } from '../platform/kernel/clock.js';
import { DomainError } from '../platform/kernel/errors.js';
import { unknownPlaceholders } from './reply-placeholders.js';
import { ReplyTemplate } from './reply-template.entity.js';

/** Who may write an agency's templates, and those of the agencies below. */
export const TEMPLATE_ROLES = ['APPROVER', 'INTAKE_OFFICER'] as const;

export type TemplateWords = Pick<ReplyTemplate, 'name' | 'body' | 'outcome'>;

/** Words that an agency's replies often begin with. */
@Injectable()
export class ReplyTemplates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly agencies: AgencyDirectory,
    private readonly audit: AuditTrail,
    @InjectRepository(ReplyTemplate) private readonly templates: Repository<ReplyTemplate>,
  ) {}

  /** @returns what a reply of that agency may begin with: its own templates and those of agencies above, by name. */
  async usableAt(agency: Pick<Agency, 'path'>): Promise<ReplyTemplate[]> {
    const above = agency.path.split('/').filter(Boolean).map(Number);
    const found = await this.templates.findBy({ agencyId: In(above), retiredAt: IsNull() });
    return found.sort(byName);
  }

  /** @returns the templates that this person may change, retired ones last. */
  async changeableBy(actor: StaffActor): Promise<{ template: ReplyTemplate; agency: Readonly<Agency> }[]> {
    const agencies = await this.agencies.all();
    const rows = (await this.templates.find()).sort(byName);
    const known = rows.flatMap((template) => {
      const agency = agencies.get(template.agencyId);
      return agency && mayChange(actor, agency) ? [{ template, agency }] : [];
    });
    return known.sort(
      (a, b) => Number(a.template.retiredAt !== null) - Number(b.template.retiredAt !== null),
    );
  }

  /** @throws DomainError('not-found') where there is none, or not for this person. */
  async changeable(id: number, actor: StaffActor): Promise<ReplyTemplate> {
    const template = await this.templates.findOneBy({ id });
    const agency = template && (await this.agencies.byId(template.agencyId));
    if (!template || !agency || !mayChange(actor, agency))
      throw new DomainError('not-found', 'templates.notFound');
    return template;
  }

  /** @throws DomainError forbidden (not this person's agency), invalid (a placeholder that nobody knows). */
  async add(agencyId: number, words: TemplateWords, actor: StaffActor): Promise<void> {
    const agency = await this.agencies.byId(agencyId);
    if (!agency || !mayChange(actor, agency)) throw new DomainError('forbidden', 'templates.notYours');
    requireKnown(words.body);
    const row = { ...words, agencyId, ...this.changeOf(actor), retiredAt: null };
    await this.unitOfWork.run(async (tx) => {
      const template = tx.create(ReplyTemplate, row);
      await tx.insert(ReplyTemplate, template);
      await this.note(tx, actor, 'add', template.id);
    });
  }

  /** @throws DomainError not-found, invalid. */
  async change(id: number, words: TemplateWords, actor: StaffActor): Promise<void> {
    await this.changeable(id, actor);
    requireKnown(words.body);
    await this.unitOfWork.run(async (tx) => {
      await tx.update(ReplyTemplate, { id }, { ...words, ...this.changeOf(actor) });
      await this.note(tx, actor, 'change', id);
    });
  }

  /** Takes it out of use, or back into it. @throws DomainError('not-found'). */
  async retire(id: number, isRetired: boolean, actor: StaffActor): Promise<void> {
    await this.changeable(id, actor);
    const retiredAt = isRetired ? this.clock.now() : null;
    await this.unitOfWork.run(async (tx) => {
      await tx.update(ReplyTemplate, { id }, { retiredAt, ...this.changeOf(actor) });
      await this.note(tx, actor, isRetired ? 'retire' : 'reinstate', id);
    });
  }

  private note(tx: EntityManager, actor: StaffActor, verb: string, id: number): Promise<void> {
    const note = { action: `replyTemplate.${verb}`, subjectKind: 'replyTemplate', subject: id };
    return this.audit.record(tx, auditedStaff(actor), note);
  }

  private changeOf({ staffId }: StaffActor): Pick<ReplyTemplate, 'changedById' | 'changedAt'> {
    return { changedById: staffId, changedAt: this.clock.now() };
  }
}

/** Databases do not know the order of Vietnamese letters. */
const byName = (a: ReplyTemplate, b: ReplyTemplate): number => a.name.localeCompare(b.name, 'vi');

function mayChange(actor: StaffActor, { path }: Pick<Agency, 'path'>): boolean {
  return TEMPLATE_ROLES.some((role) => covers(actor, role, path));
}

function requireKnown(body: string): void {
  const unknown = unknownPlaceholders(body);
  if (unknown.length === 0) return;
  const fault = { key: 'templates.unknown', params: { names: unknown.join(', ').slice(0, 200) } };
  throw new DomainError('invalid', 'errors.invalid', {}, { body: fault });
}
