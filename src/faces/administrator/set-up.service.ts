import { Injectable } from '@nestjs/common';
import { FirstAdministrator } from '../../accounts/first-administrator.service.js';
import type { Agency } from '../../directory/agency.entity.js';
import { AgencyRegistry } from '../../directory/agency-registry.service.js';
import type { FirstRunForm } from './first-run.form.js';

/** Makes an empty installation somebody's: its first administrator, and the authority that takes what names no agency. */
@Injectable()
export class SetUp {
  constructor(
    private readonly administrators: FirstAdministrator,
    private readonly registry: AgencyRegistry,
  ) {}

  /** Both or neither. @throws DomainError `invalid` with the fields at fault. */
  async finish(
    { token, name, username, password }: FirstRunForm,
    authority: Readonly<Agency>,
  ): Promise<void> {
    const person = { name, username, password, agencyId: authority.id };
    await this.administrators.create(token, person, () => this.registry.takeUnaddressed(authority.id));
  }
}
