import { once } from 'node:events';
import {
  Agent,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
} from 'node:http';
import { formsOf, type HtmlForm } from '../support/html-form.js';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly html: string;
  /** Path and query that were asked for. */
  readonly url: string;
  /** Path and query of a redirection. */
  readonly location: string | null;
}

export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A form as it goes over the line: the same bytes each time, as a browser that is asked to send again sends them. */
export interface Filled {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
  readonly values: Fields;
}

/** The connection was refused, cut, or gave no answer: whether anything was done, nobody can tell. */
export class Disconnected extends Error {}

const PATIENCE = 30_000;

/** Cookies, forms and CSRF tokens as a browser without script has them, over real connections. */
export class HttpBrowser {
  private readonly cookies = new Map<string, string>();
  private current: Answer | null = null;

  /** @param origin asked anew for every request: there may be several servers. */
  constructor(
    private readonly origin: () => string,
    private readonly agent = new Agent({ keepAlive: false }),
  ) {}

  get page(): Answer {
    if (!this.current) throw new Error('no page is open');
    return this.current;
  }

  /** Opens a page, redirections followed. @throws Disconnected */
  async visit(url: string): Promise<Answer> {
    let answer = await this.ask('GET', url);
    for (let hops = 0; answer.location !== null && hops < 5; hops++)
      answer = await this.ask('GET', answer.location);
    return (this.current = answer);
  }

  /** @returns the open page's form with that action, filled in; null where the page has none. */
  async fill(action: string, fields: Fields = {}, files: readonly SentFile[] = []): Promise<Filled | null> {
    const { html, url } = this.page;
    const form = formsOf(html, url).find((one) => bare(one.action) === bare(action));
    if (!form) return null;
    const { newFiles: _input, ...values } = { ...form.values, ...fields };
    return form.multipart ? multipart(form, values, files) : encoded(form, values);
  }

  /** Sends a form once; a redirection is an answer, and is not followed. @throws Disconnected */
  async send(form: Filled): Promise<Answer> {
    const answer = await this.ask('POST', form.url, form);
    if (answer.location === null) this.current = answer;
    return answer;
  }

  /** Begins to send a form, for callers that write its body as slowly as they like. */
  begin(method: string, url: string, form?: Filled): ClientRequest {
    const headers: Record<string, string | number> = { Cookie: this.cookieLine() };
    if (form) Object.assign(headers, { 'Content-Type': form.type, 'Content-Length': form.body.length });
    return request(`${this.origin()}${url}`, { method, headers, agent: this.agent, timeout: PATIENCE });
  }

  private async ask(method: string, url: string, form?: Filled): Promise<Answer> {
    const call = this.begin(method, url, form);
    call.once('timeout', () => call.destroy(new Error('no answer')));
    const answered = once(call, 'response') as Promise<[IncomingMessage]>;
    call.end(form?.body);
    const [response] = await answered.catch((error: unknown) => {
      throw new Disconnected(String(error));
    });
    const html = await textOf(response);
    this.keep(response.headers['set-cookie'] ?? []);
    const { statusCode: status = 0, headers: given } = response;
    return { status, headers: given, html, url, location: given.location ?? null };
  }

  private cookieLine(): string {
    return Array.from(this.cookies, ([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

const bare = (url: string): string => url.replace(/[?#].*$/, '');

async function textOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of response) pieces.push(piece as Buffer);
  } catch (error) {
    throw new Disconnected(String(error));
  }
  return Buffer.concat(pieces).toString();
}

const pairsOf = (values: Fields): [string, string][] =>
  Object.entries(values).flatMap(([name, value = []]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );

function encoded({ action }: HtmlForm, values: Fields): Filled {
  const body = Buffer.from(new URLSearchParams(pairsOf(values)).toString());
  return { url: action, type: 'application/x-www-form-urlencoded', body, values };
}

async function multipart({ action }: HtmlForm, values: Fields, files: readonly SentFile[]): Promise<Filled> {
  const data = new FormData();
  for (const [name, value] of pairsOf(values)) data.append(name, value);
  for (const { name, type, bytes } of files) data.append('newFiles', new Blob([bytes], { type }), name);
  const whole = new Response(data);
  const type = whole.headers.get('content-type') ?? '';
  return { url: action, type, body: Buffer.from(await whole.arrayBuffer()), values };
}
