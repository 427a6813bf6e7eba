import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

export interface ResolvedHost {
  readonly address: string;
  readonly family: number;
}

/** Says which addresses a name stands for; apart, so that tests can answer. */
export abstract class HostResolver {
  /** @throws when the name stands for nothing. */
  abstract resolve(host: string): Promise<readonly ResolvedHost[]>;
}

/** As the machine itself resolves names. */
@Injectable()
export class SystemResolver extends HostResolver {
  resolve(host: string): Promise<readonly ResolvedHost[]> {
    return lookup(host, { all: true });
  }
}
