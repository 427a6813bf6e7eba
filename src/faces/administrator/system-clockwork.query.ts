import { Injectable } from '@nestjs/common';
import { CalendarService } from '../../calendar/calendar.service.js';
import { pinKeysInFile } from '../../platform/config/rotate-pin-key.js';
import { Secrets } from '../../platform/config/secrets.js';
import { Settings } from '../../platform/config/settings.js';
import { dayOf } from '../../platform/kernel/civil-day.js';
import { Clock } from '../../platform/kernel/clock.js';
import type { SystemStatus } from './system-status.js';

/** Decisions on the coming year are published in autumn; from November on its absence is a fault. */
const NEXT_YEAR_FROM = '-11-01';

/** Keys and time of the installation. */
@Injectable()
export class SystemClockwork {
  constructor(
    private readonly settings: Settings,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
  ) {}

  keys(): SystemStatus['keys'] {
    const { dataDir, sessionSecret } = this.settings;
    return {
      pinKeys: pinKeysInFile(dataDir),
      inUse: this.secrets.pinKeyVersion,
      sessionFromSettings: sessionSecret !== null,
    };
  }

  async time(): Promise<SystemStatus['time']> {
    const now = this.clock.now();
    const years = (await this.calendar.knownYears()).map(({ year, confirmed }) => ({ year, confirmed }));
    return { now, isSet: this.settings.startOfTime !== null, years, missing: missingYear(years, dayOf(now)) };
  }
}

function missingYear(known: readonly { readonly year: number }[], today: string): number | null {
  const year = Number(today.slice(0, 4));
  const needed = today >= `${year}${NEXT_YEAR_FROM}` ? [year, year + 1] : [year];
  return needed.find((one) => !known.some((row) => row.year === one)) ?? null;
}
