import type { INestApplicationContext } from '@nestjs/common';
import { CalendarService } from '../../src/calendar/calendar.service.js';
import { Agency } from '../../src/directory/agency.entity.js';
import { AgencyRegistry } from '../../src/directory/agency-registry.service.js';
import { TermRule } from '../../src/feedback/term-rule.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MORNING } from '../support/application.js';
import { SUBMISSION } from '../support/citizen-way.js';
import { HttpBrowser } from './http-browser.js';
import type { WebProcess } from './web-process.js';

const YEAR = 2026;
const DAY = '2026-03-17';

/** What a process keeps in mind, changed behind its back. Each of them shows on the check page of a submission. */
export const CHANGES: Readonly<Record<string, (rooms: INestApplicationContext) => Promise<unknown>>> = {
  calendar: async (rooms) => {
    const calendar = rooms.get(CalendarService);
    const plan = await calendar.plan(YEAR);
    const off = {
      day: DAY,
      kind: 'OFF',
      name: 'Nghỉ bù',
      confirmed: true,
      applied: true,
      swappedWith: null,
    } as const;
    await calendar.replaceYear({
      year: YEAR,
      confirmed: true,
      note: '',
      ...plan,
      days: [...(plan?.days ?? []), off],
    });
  },
  terms: (rooms) =>
    rooms.get(UnitOfWork).run((tx) =>
      tx.insert(TermRule, {
        ...{ subject: null, urgency: null, channel: null, agencyId: null, term: 3 },
        ...{ validFrom: '2026-01-01', validTo: null, addedById: 1, addedAt: MORNING, endedById: null },
      }),
    ),
  agencies: async (rooms) => {
    const ward = await rooms.get(UnitOfWork).run((tx) => tx.findOneByOrFail(Agency, { code: 'HG-TT' }));
    await rooms.get(AgencyRegistry).takeUnaddressed(ward.id);
  },
};

/** @returns what a citizen would be promised by that process now: the agency and the day. */
export async function promised({ origin }: WebProcess): Promise<string> {
  const browser = new HttpBrowser(() => origin);
  await browser.visit('/gui');
  const written = await browser.fill('/gui/kiem-tra', { ...SUBMISSION });
  if (written) await browser.send(written);
  const { html } = browser.page;
  const [, main = ''] = /<dl class="summary-list">([\s\S]*?)<\/form>/.exec(html) ?? [];
  return main
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
