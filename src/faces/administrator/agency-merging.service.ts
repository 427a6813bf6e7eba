import { Injectable } from '@nestjs/common';
import { AgencyChoice } from '../../directory/agency-choice.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Page, type Redirect } from '../../platform/web/page.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { askedAmong, topsOf } from './administered-subtree.js';
import { AgencyDecisions, faultsOf } from './agency-decisions.service.js';
import { AgencyEditing } from './agency-editing.service.js';
import type { MergeForm, NewAgencyForm } from './agency.form.js';
import { mergePage } from './agency-merge.view.js';
import { AgencyReach } from './agency-reach.service.js';

const MOST = 50;

/** Ends agencies by a form: merged into one that is there, into a new one, or abolished. */
@Injectable()
export class AgencyMerging {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reach: AgencyReach,
    private readonly agencies: AgencyChoice,
    private readonly decisions: AgencyDecisions,
    private readonly editing: AgencyEditing,
  ) {}

  /** @param codes as the address or the form has them: one or several, also with blanks between. @throws DomainError not-found for what is out of reach. */
  async ending(admin: SignedIn, codes: unknown): Promise<Readonly<Agency>[]> {
    const words = [codes].flat().filter((code): code is string => typeof code === 'string');
    const named = words.flatMap((word) => word.split(/\s+/).filter(Boolean));
    const rows = [];
    for (const code of [...new Set(named)].slice(0, MOST)) rows.push(await this.reach.open(admin, code));
    return rows;
  }

  async faults(admin: SignedIn, form: MergeForm): Promise<FieldErrors> {
    if (form.into === 'known' && !(await this.chosen(admin, form)))
      return { agency: { key: 'directoryAdmin.change.unknown' } };
    if (form.into !== 'new') return {};
    const empty = (['code', 'name', 'shortName'] as const).filter((column) => form[column] === '');
    const needed = (column: string): FieldErrors[string] => ({
      key: 'errors.required',
      params: { label: `directoryAdmin.agency.${column}` },
    });
    return Object.fromEntries(empty.map((column) => [column, needed(column)]));
  }

  async page(
    admin: SignedIn,
    ending: readonly Readonly<Agency>[],
    form: MergeForm,
    errors: FieldErrors,
    { asked = false, preview = false, status = 200 } = {},
  ): Promise<Page> {
    const successor = await this.agencies.finding(...askedAmong(admin, form, asked));
    const impact = await this.decisions.impact(ending);
    return mergePage({ ending, form, errors, successor, impact, preview }, status);
  }

  /** The new agency and the end of the others are one unit of work. */
  async decide(
    admin: SignedIn,
    ending: readonly Readonly<Agency>[],
    form: MergeForm,
    again: (errors: FieldErrors) => Promise<Page>,
  ): Promise<Page | Redirect> {
    try {
      return await this.unitOfWork.run(async () => {
        const successor = await this.successor(admin, ending, form);
        const { day, withStaff } = form;
        const kind = successor ? ('MERGE' as const) : ('ABOLISH' as const);
        const end = { kind, day, withStaff, successorId: successor?.id ?? null };
        const changes = ending.map(({ id }) => ({ ...end, agencyId: id }));
        const shown = successor?.code ?? ending[0]?.code ?? '';
        const rollBack = (errors: FieldErrors): Promise<Page> => Promise.reject(new Refused(errors));
        return this.decisions.decide(admin, changes, shown, rollBack);
      });
    } catch (error) {
      if (error instanceof Refused) return again(error.errors);
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      return again(faultsOf(error));
    }
  }

  private async successor(
    admin: SignedIn,
    ending: readonly Readonly<Agency>[],
    form: MergeForm,
  ): Promise<Readonly<Agency> | null> {
    if (form.into === 'none') return null;
    if (form.into === 'known') return this.chosen(admin, form);
    const [like] = ending;
    const parent = like?.parentId == null ? null : await this.agencies.byId(like.parentId);
    if (!like || !parent || !this.reach.has(admin, parent))
      throw new DomainError(
        'invalid',
        'errors.invalid',
        {},
        { code: { key: 'directoryAdmin.merge.noParent' } },
      );
    const { code, name, shortName, day } = form;
    const { address, postalAddress, phone, email, website, level } = like;
    const contact = { address, postalAddress, phone, email, website };
    const fresh = { code, name, shortName, level, ...contact, intakeOpen: true, validFrom: day };
    return this.editing.add(admin, parent, { ...fresh, question: '', agency: '' } satisfies NewAgencyForm);
  }

  private chosen(admin: SignedIn, { agency }: MergeForm): Promise<Readonly<Agency> | null> {
    return this.agencies.choose(agency, { within: topsOf(admin) });
  }
}

/** Carries what was wrong out of the unit of work, which keeps nothing then. */
class Refused extends Error {
  constructor(readonly errors: FieldErrors) {
    super('refused');
  }
}
