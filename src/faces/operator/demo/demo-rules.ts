import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import type { Subject } from '../../../feedback/classification.js';
import { ProcedureField } from '../../../directory/procedure-field.entity.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { RuleBook } from '../../../routing/rule-book.service.js';
import type { DemoGround } from './demo-ground.js';

/** A rule of the example's authority; the agency by its code, the field by its name. */
interface DemoRule {
  readonly name: string;
  readonly field?: string;
  readonly subject?: Subject;
  readonly place?: string;
  readonly words?: string;
  readonly agency: string;
  readonly note: string;
  readonly active: boolean;
}

const RULES = JSON.parse(
  readFileSync(new URL('../seed/demo-rules.json', import.meta.url), 'utf8'),
) as readonly DemoRule[];

/** The authority's ordered rules; one of them waits to be tried. */
export async function layRules(rooms: INestApplicationContext, ground: DemoGround): Promise<void> {
  const book = rooms.get(RuleBook);
  const { staffId } = ground.actors.ADMIN;
  await rooms.get(UnitOfWork).run(async (tx) => {
    for (const { name, field, subject, place, words, agency, note, active } of RULES) {
      const row = field === undefined ? null : await tx.findOneByOrFail(ProcedureField, { name: field });
      const draft = {
        ...{ name, note, procedureId: null, fieldId: row?.id ?? null, everythingElse: false },
        ...{ subject: subject ?? null, place: place ?? '', words: words ?? '' },
        agencyId: ground.agencies.get(agency)?.id ?? null,
      };
      const id = await book.add(draft, staffId);
      if (active) await book.switchOn(id, staffId);
    }
  });
}
