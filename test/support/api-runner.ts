import { type Answer, answerOf, type ApiHouse, SENT } from './api-house.js';
import type { ApiDocument, Described } from './api-document.js';
import { ApiItems, type Keys, NUMBER, type Ready, sentAsForm } from './api-items.js';

const HOUR = 3_600_000;
const BIG = JSON.stringify({ content: 'x'.repeat(300_000) });

/** Sends what the document says against the live service. */
export class ApiRunner {
  private readonly made = new Map<string, Ready>();

  private constructor(
    private readonly house: ApiHouse,
    readonly document: ApiDocument,
    private readonly keys: Keys,
    private readonly items: ApiItems,
  ) {}

  static async of(house: ApiHouse, document: ApiDocument): Promise<ApiRunner> {
    const partner = await house.partner('Cổng Dịch vụ công');
    const keys = {
      all: await house.key(partner, ['submit', 'track', 'changes', 'export']),
      changes: await house.key(partner, ['changes']),
      submit: await house.key(partner, ['submit']),
      once: await house.key(partner, ['submit', 'track', 'changes', 'export'], 1),
    };
    await house.submitted({ externalNumber: NUMBER }, keys.all);
    const [shown, gone] = [await house.answered(), await house.answered()];
    const numbers = { shown: await house.published(shown), gone: await house.published(gone) };
    await house.takenBack(gone);
    return new ApiRunner(house, document, keys, new ApiItems(house, keys, numbers));
  }

  /** Every example of the operation: each parameter alone and all together, each body, the same as a form. */
  async examples(operation: Described): Promise<Answer[]> {
    this.house.office.product.clock.advance(HOUR);
    if (operation.method === 'get') return this.readings(operation);
    const { content } = operation.requestBody ?? { content: {} };
    const answers: Answer[] = [];
    for (const { value } of Object.values(content['application/json']?.examples ?? {})) {
      answers.push(await this.send(operation, await this.items.ready(operation), JSON.stringify(value)));
      if (content['multipart/form-data'])
        answers.push(await this.sendForm(operation, await this.items.ready(operation), value));
    }
    return answers;
  }

  /** @returns what the operation answers when it has to refuse with that status */
  async refused(operation: Described, status: number): Promise<Answer> {
    this.house.office.product.clock.advance(HOUR);
    const ready = await this.refusedOn(operation);
    const { parameters, headers } = ready;
    const isPartners = operation.tags.includes('partner');
    const body = this.bodyOf(operation);
    switch (status) {
      case 400:
        return this.send(operation, ready, '{"title":');
      case 401:
        return this.send(operation, { parameters, headers: { Authorization: 'Bearer none-such' } }, body);
      case 403: {
        const key = isPartners ? this.keys.submit : this.keys.changes;
        const other = operation.operationId === 'listChanges' ? this.keys.submit : key;
        return this.send(operation, { parameters, headers: other }, body);
      }
      case 404: {
        const unknown = Object.fromEntries(
          (operation.parameters ?? []).map(({ name }) => [name, 'KHONG-CO']),
        );
        return this.send(operation, { parameters: unknown, headers }, body);
      }
      case 409:
        return this.conflicting(operation, ready, body);
      case 410:
        return this.send(
          operation,
          { headers, parameters: { number: String(this.items.numbers.gone) } },
          body,
        );
      case 413:
        return this.send(operation, ready, BIG);
      case 415:
        return this.send(
          operation,
          { parameters, headers: { ...headers, 'Content-Type': 'text/plain' } },
          'x',
        );
      case 422:
        return operation.method === 'get'
          ? this.send(operation, ready, null, { limit: '0' })
          : this.send(operation, ready, '{}');
      case 429: {
        if (!isPartners) return this.tooOften(operation, ready, body);
        await this.send(operation, { parameters, headers: this.keys.once }, body);
        return this.send(operation, { parameters, headers: this.keys.once }, body);
      }
      default:
        throw new Error(`nobody knows how to provoke ${status}`);
    }
  }

  /** What is refused changes nothing: one item serves all refusals. */
  private async refusedOn(operation: Described): Promise<Ready> {
    const made = this.made.get(operation.operationId) ?? (await this.items.ready(operation));
    this.made.set(operation.operationId, made);
    return made;
  }

  /** The operation without a body worth the name, as anybody asks it. */
  async plain(operation: Described): Promise<Answer> {
    return this.send(operation, { parameters: {}, headers: {} }, operation.method === 'get' ? null : '{}');
  }

  private async readings(operation: Described): Promise<Answer[]> {
    const ready = await this.items.ready(operation);
    const asked = (operation.parameters ?? []).filter(({ in: place }) => place === 'query');
    const given = asked.flatMap(({ name, example }): [string, string][] =>
      example === undefined ? [] : [[name, String(example)]],
    );
    // A day needs the other one.
    const days = given.filter(([name]) => name === 'from' || name === 'to');
    const alone = given.map(([name, value]) =>
      Object.fromEntries(['from', 'to', 'asOf'].includes(name) ? [...days, [name, value]] : [[name, value]]),
    );
    const answers: Answer[] = [];
    for (const query of [{}, ...alone, Object.fromEntries(given)])
      answers.push(await this.send(operation, ready, null, query));
    return answers;
  }

  private async conflicting(operation: Described, ready: Ready, body: string | null): Promise<Answer> {
    if (operation.operationId !== 'submitFeedback') {
      await this.send(operation, ready, body);
      return this.send(operation, ready, body);
    }
    const other = JSON.stringify({ ...SENT, title: 'Việc khác', externalNumber: NUMBER });
    return this.send(operation, { ...ready, headers: this.keys.all }, other);
  }

  /** Guessing at a PIN; what is counted otherwise has its own test. */
  private async tooOften(
    operation: Described,
    { parameters, headers }: Ready,
    body: string | null,
  ): Promise<Answer> {
    if (!('X-Pin' in headers)) {
      await this.send(operation, { parameters, headers: this.keys.once }, body);
      return this.send(operation, { parameters, headers: this.keys.once }, body);
    }
    let answer = await this.send(operation, { parameters, headers: { 'X-Pin': 'x' } }, body);
    for (let guess = 0; guess < 8; guess++)
      answer = await this.send(operation, { parameters, headers: { 'X-Pin': 'x' } }, body);
    return answer;
  }

  private bodyOf({ requestBody }: Described): string | null {
    const [example] = Object.values(requestBody?.content['application/json']?.examples ?? {});
    return example ? JSON.stringify(example.value) : null;
  }

  private async send(
    { method, path, parameters = [] }: Described,
    { parameters: given, headers }: Ready,
    body: string | null,
    query: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const request = this.house.request(
      method,
      `${addressOf(path, parameters, given)}?${new URLSearchParams(query).toString()}`,
    );
    if (body !== null) void request.type('application/json');
    void request.set(headers);
    return answerOf(await (body === null ? request : request.send(body)));
  }

  private async sendForm(
    { method, path, parameters = [] }: Described,
    ready: Ready,
    value: object,
  ): Promise<Answer> {
    const address = addressOf(path, parameters, ready.parameters);
    return sentAsForm(this.house.request(method, address).set(ready.headers), value);
  }
}

function addressOf(
  path: string,
  parameters: NonNullable<Described['parameters']>,
  given: Readonly<Record<string, string>>,
): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const example = parameters.find((one) => one.in === 'path' && one.name === name)?.example;
    return encodeURIComponent(given[name] ?? String(example));
  });
}
