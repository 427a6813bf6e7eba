import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { HostResolver, type ResolvedHost } from './host-resolver.js';
import { checkResolved, hostOf, webhookAddress, type WebhookRules } from './webhook-address.js';
import { WebhookFault } from './webhook-fault.js';

/** Everything together: name, connection, TLS, answer. */
const PATIENCE = 10_000;

export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Whether the machine itself may be called; a class, so that it is its own token. */
export class WebhookReach implements WebhookRules {
  /** @param patience milliseconds */
  constructor(
    readonly loopback: boolean,
    readonly patience = PATIENCE,
  ) {}
}

/**
 * Sends one message to a public address. The name is resolved once, what it stands for is checked, and exactly that is
 * connected to: a name that changes its mind in between (DNS rebinding) gains nothing. Redirects are not followed,
 * proxies of the environment are not used, and of the answer only the status is read.
 */
@Injectable()
export class WebhookClient {
  constructor(
    private readonly resolver: HostResolver,
    private readonly reach: WebhookReach,
  ) {}

  /** @returns the status, one of 2xx. @throws WebhookFault */
  async post(address: string, message: WebhookMessage): Promise<number> {
    const url = webhookAddress(address, this.reach);
    const signal = AbortSignal.timeout(this.reach.patience);
    const places = await this.placesOf(hostOf(url), signal);
    const status = await send(url, places, message, signal);
    if (status >= 200 && status < 300) return status;
    if (status === 410) throw new WebhookFault('gone', status);
    throw new WebhookFault(status >= 300 && status < 400 ? 'redirect' : 'status', status);
  }

  private async placesOf(host: string, signal: AbortSignal): Promise<readonly ResolvedHost[]> {
    const given = new Promise<never>((_, refuse) => {
      signal.addEventListener('abort', () => {
        refuse(new WebhookFault('timeout'));
      });
    });
    const found = await Promise.race([this.resolver.resolve(host), given]).catch((error: unknown) => {
      throw error instanceof WebhookFault ? error : new WebhookFault('dns');
    });
    if (found.length === 0) throw new WebhookFault('dns');
    checkResolved(
      found.map(({ address }) => address),
      this.reach,
    );
    return found;
  }
}

function send(
  url: URL,
  places: readonly ResolvedHost[],
  { headers, body }: WebhookMessage,
  signal: AbortSignal,
): Promise<number> {
  const protocol = url.protocol === 'https:' ? https : http;
  const agent = new protocol.Agent({ keepAlive: false, maxCachedSessions: 0 });
  const bytes = Buffer.from(body);
  return new Promise((done, refuse) => {
    const request = protocol.request(
      url,
      {
        ...{ method: 'POST', agent, signal, lookup: lookupOf(places) },
        headers: { ...headers, 'Content-Length': String(bytes.length) },
      },
      (response) => {
        response.on('error', () => undefined);
        done(response.statusCode ?? 0);
        response.destroy();
      },
    );
    request.on('error', (error) => {
      refuse(new WebhookFault(faultOf(error)));
    });
    request.end(bytes);
  });
}

/** What was checked is what is connected to. */
function lookupOf(places: readonly ResolvedHost[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = places;
    if (options.all === true) done(null, [...places]);
    else done(null, first?.address ?? '', first?.family ?? 4);
  };
}

function faultOf(error: Error & { code?: string }): WebhookFault['fault'] {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO|^ERR_TLS|^ERR_SSL/.test(error.code ?? '')
    ? 'certificate'
    : 'connection';
}
