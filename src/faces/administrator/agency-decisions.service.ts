import { Injectable } from '@nestjs/common';
import { AgencyDirectory } from '../../directory/agency-directory.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import { AgencyReform } from '../../feedback/agency-reform.service.js';
import type { NewAgencyChange } from '../../feedback/reform-checks.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { type Page, type Redirect, redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { type AgencyImpact, AgencyImpactQuery } from './agency-impact.query.js';
import { AgencyPastQuery } from './agency-past.query.js';
import { AgencyReach } from './agency-reach.service.js';

/** A decision with only what its kind needs. */
export type Decided = Partial<NewAgencyChange> & Pick<NewAgencyChange, 'agencyId' | 'kind' | 'day'>;

const NOTHING = { name: '', shortName: '', parentId: null, successorId: null, withStaff: false };

/** Takes decisions about agencies from forms, and says what was wrong with them beside the fields. */
@Injectable()
export class AgencyDecisions {
  constructor(
    private readonly reform: AgencyReform,
    private readonly reach: AgencyReach,
    private readonly past: AgencyPastQuery,
    private readonly directory: AgencyDirectory,
    private readonly impacts: AgencyImpactQuery,
  ) {}

  impact(agencies: readonly Readonly<Agency>[]): Promise<AgencyImpact> {
    return this.impacts.of(agencies.map(({ id }) => id));
  }

  /**
   * @param code of the agency whose page tells how it goes.
   * @param again the form's page with what was wrong.
   */
  async decide(
    admin: SignedIn,
    changes: readonly Decided[],
    code: string,
    again: (errors: FieldErrors) => Promise<Page>,
  ): Promise<Page | Redirect> {
    try {
      await this.reform.decide(
        changes.map((change) => ({ ...NOTHING, ...change })),
        admin.staffId,
      );
      return redirect(paths.agency.to({ code }), { tone: 'success', key: 'directoryAdmin.change.decided' });
    } catch (error) {
      if (!(error instanceof DomainError) || !['invalid', 'conflict'].includes(error.kind)) throw error;
      return again(faultsOf(error));
    }
  }

  async cancel(admin: SignedIn, id: string): Promise<Redirect> {
    const change = /^\d{1,9}$/.test(id) ? await this.past.change(Number(id)) : null;
    const row = change && (await this.directory.byId(change.agencyId));
    if (!change || !row || !this.reach.has(admin, row)) throw new DomainError('not-found', 'errors.notFound');
    const address = paths.agency.to({ code: row.code });
    try {
      await this.reform.cancel(change.id, admin.staffId);
      return redirect(address, { tone: 'success', key: 'directoryAdmin.change.cancelled' });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      return redirect(address, { tone: 'warning', key: error.key });
    }
  }
}

/** Faults of the directory's own stand beside the day. */
export function faultsOf({ kind, key, params, fields }: DomainError): FieldErrors {
  if (kind === 'conflict') return { day: { key, params } };
  const { on, ...others } = fields;
  return on ? { ...others, day: on } : others;
}
