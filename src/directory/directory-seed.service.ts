import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isUniqueViolation } from '../platform/database/database-fault.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Agency } from './agency.entity.js';
import type { AgencyLevel } from './agency-level.js';
import { AgencyRegistry, type NewAgency } from './agency-registry.service.js';
import { fieldCode } from './field-code.js';
import { committeeNames } from './peoples-committee.js';
import { ProcedureField } from './procedure-field.entity.js';
import { foldedText } from './rank-matches.js';
import fields from './seed/fields.json' with { type: 'json' };
import government from './seed/government.json' with { type: 'json' };
import provinces from './seed/provinces.json' with { type: 'json' };

type SeedAgency = Omit<NewAgency, 'level'> & { readonly level: string };

/** Gives a fresh installation the Government, ministries, provinces and fields; any agency at all means it is not fresh. */
@Injectable()
export class DirectorySeed implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: AgencyRegistry,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.plant();
  }

  /** Two processes may start at once: the one that comes second finds the codes taken, and all is there. */
  async plant(): Promise<void> {
    try {
      await this.unitOfWork.run(async (tx) => {
        if (await tx.exists(Agency)) return;
        await this.plantAgencies();
        await tx.insert(
          ProcedureField,
          fields.map((name) => ({ name, code: fieldCode(name), folded: foldedText(name) })),
        );
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }

  private async plantAgencies(): Promise<void> {
    const root = await this.registry.add({ ...asNew(government.root), parentId: null });
    await this.registry.addAll(root.id, government.ministries.map(asNew));
    const committees = provinces.map(({ code, unit, validFrom }) => ({
      ...{ code, validFrom, level: 'PROVINCE' as const },
      ...committeeNames(unit),
    }));
    await this.registry.addAll(root.id, committees);
  }
}

/** TypeScript reads every text of a JSON file as `string`. */
function asNew(agency: SeedAgency): NewAgency {
  return { ...agency, level: agency.level as AgencyLevel };
}
