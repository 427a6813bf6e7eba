import type { Server } from 'node:http';
import request, { type Response } from 'supertest';
import { formsOf, type HtmlForm, textOf } from './html-form.js';

type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;
const HOST = 'localhost';
const REDIRECTS = [301, 302, 303, 307, 308];

/** What a browser without script shows: the page after all redirections. */
export interface BrowserPage {
  readonly status: number;
  /** Path and query. */
  readonly url: string;
  readonly html: string;
  /** What a person reads on it. */
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly forms: readonly HtmlForm[];
}

/** A file on the sender's machine. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Behaves as a browser without script does: keeps cookies, follows redirections, sends forms as they stand on the page. */
export class BrowserAgent {
  private readonly agent: ReturnType<typeof request.agent>;
  private current: BrowserPage | null = null;

  /** @param server `app.getHttpServer()` */
  constructor(server: Server) {
    this.agent = request.agent(server);
  }

  /** The page that is open. */
  get page(): BrowserPage {
    if (!this.current) throw new Error('no page is open');
    return this.current;
  }

  async visit(url: string): Promise<BrowserPage> {
    return this.land(url, await this.agent.get(url).set(this.referer()));
  }

  /**
   * Sends the open page's form with that action (the only POST form of the content where none is named).
   * @param fields typed over what the form holds; `undefined` takes a field out; buttons are named here too
   */
  async submit(fields: Fields = {}, action?: string): Promise<BrowserPage> {
    const form = this.form(action);
    const values = { ...form.values, ...fields };
    if (form.method === 'get') return this.visit(`${form.action.replace(/\?.*$/, '')}?${encode(values)}`);
    return this.post(form.action.replace(/#.*$/, ''), encode(values));
  }

  /**
   * Sends the open page's form as `multipart/form-data`, as browsers send a form with a file input.
   * @param files chosen in its file input
   */
  async upload(fields: Fields, files: readonly ChosenFile[], action?: string): Promise<BrowserPage> {
    const form = this.form(action);
    const request = this.agent.post(form.action).set(this.referer());
    for (const [name, value = []] of Object.entries({ ...form.values, newFiles: [], ...fields })) {
      for (const one of [value].flat()) void request.field(name, one);
    }
    for (const { name, bytes } of files) void request.attach('newFiles', bytes, name);
    return this.land(form.action, await request);
  }

  /** Takes a file away. @param headers beside those of a browser, for what it has kept. */
  async download(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.agent.get(url).set(this.referer()).set(headers).buffer(true).parse(bytesOf);
  }

  /** Posts a form that is answered by a file. */
  async postForBytes(url: string, fields: Readonly<Record<string, string>>): Promise<Buffer> {
    const sent = this.agent.post(url).set(this.referer()).type('form').send(encode(fields));
    return (await sent.buffer(true).parse(bytesOf)).body as Buffer;
  }

  /** Posts a body of one's own making, with the cookies of this browser and nothing else. */
  async post(url: string, body: string, type = 'application/x-www-form-urlencoded'): Promise<BrowserPage> {
    return this.land(url, await this.agent.post(url).set(this.referer()).type(type).send(body));
  }

  /** The token of the open page, for bodies of one's own making. */
  get csrf(): string {
    const token = this.page.forms
      .map(({ values }) => values['_csrf'])
      .find((value) => typeof value === 'string');
    if (token === undefined) throw new Error(`${this.page.url} has no form with a token`);
    return token;
  }

  /** @returns the form with that action, whatever its query. */
  form(action?: string): HtmlForm {
    const bare = (url: string): string => url.replace(/[?#].*$/, '');
    const posts = this.page.forms.filter(({ method }) => method === 'post');
    const fits =
      action === undefined ? posts.slice(-1) : this.page.forms.filter((form) => bare(form.action) === action);
    const [form] = fits;
    if (!form)
      throw new Error(`${this.page.url} has no form ${action ?? ''}: ${this.page.text.slice(0, 300)}`);
    return form;
  }

  private referer(): Record<string, string> {
    return this.current ? { Host: HOST, Referer: `http://${HOST}${this.current.url}` } : { Host: HOST };
  }

  private async land(url: string, response: Response): Promise<BrowserPage> {
    if (REDIRECTS.includes(response.status)) {
      const next = new URL(response.headers.location ?? '/', `http://${HOST}${url}`);
      return this.visit(next.pathname + next.search);
    }
    const html = response.text;
    const headers = response.headers as Record<string, string>;
    this.current = {
      status: response.status,
      url,
      html,
      text: textOf(html),
      headers,
      forms: formsOf(html, url),
    };
    return this.current;
  }
}

function encode(values: Fields): string {
  const pairs = Object.entries(values).flatMap(([name, value = []]): [string, string][] =>
    (typeof value === 'string' ? [value] : value).map((one) => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}

/** The body as it came, whatever its type. */
function bytesOf(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as unknown as NodeJS.ReadableStream;
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => {
    done(null, Buffer.concat(pieces));
  });
}
