/** The one source of the present. An abstract class, so that it is its own injection token. */
export abstract class Clock {
  /** @returns the present instant in epoch milliseconds (UTC). */
  abstract now(): number;
}

/** The machine's clock, shifted by a constant: `NOW=<ISO>` starts the product at another time. */
export class SystemClock extends Clock {
  constructor(private readonly shift = 0) {
    super();
  }

  static startingAt(instant: number): SystemClock {
    return new SystemClock(instant - Date.now());
  }

  now(): number {
    return Date.now() + this.shift;
  }
}

/** A clock that stands until it is moved: `NOW=<ISO>,fixed`, tests, and the demo's played-back past. */
export class SettableClock extends Clock {
  constructor(private instant: number) {
    super();
  }

  now(): number {
    return this.instant;
  }

  set(instant: number): void {
    this.instant = instant;
  }

  advance(milliseconds: number): void {
    this.instant += milliseconds;
  }
}
