import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, SettableClock, SystemClock } from '../kernel/clock.js';
import { RandomSource, SecureRandom } from '../kernel/random.js';
import { Log, PinoLog } from './log.js';
import { loadSecrets } from './load-secrets.js';
import { Secrets } from './secrets.js';
import { Settings } from './settings.js';

/** What every room may ask for: settings, keys, the time, chance, the log. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(settings: Settings, clock: Clock = clockOf(settings)): DynamicModule {
    const random = new SecureRandom();
    const providers = [
      { provide: Settings, useValue: settings },
      { provide: Secrets, useFactory: () => loadSecrets(settings, random) },
      { provide: Clock, useValue: clock },
      { provide: RandomSource, useValue: random },
      { provide: Log, useValue: PinoLog.of(settings) },
    ];
    return { module: ConfigModule, providers, exports: [Settings, Secrets, Clock, RandomSource, Log] };
  }
}

/** `NOW=<ISO>` runs on from there, `NOW=<ISO>,fixed` stands. */
export function clockOf({ startOfTime }: Pick<Settings, 'startOfTime'>): Clock {
  if (startOfTime === null) return new SystemClock();
  return startOfTime.fixed
    ? new SettableClock(startOfTime.instant)
    : SystemClock.startingAt(startOfTime.instant);
}
