import { type Answer, answerOf, type ApiHouse, FEEDBACK, type Receipt, SENT } from './api-house.js';
import type { Described } from './api-document.js';
import { pdf } from './made-files.js';

type Headers = Readonly<Record<string, string>>;

/** A partner's keys: good for everything, for one thing alone, for one request a minute. */
export type Keys = Readonly<Record<'all' | 'changes' | 'submit' | 'once', Headers>>;

/** The number under which the partner has brought an item. */
export const NUMBER = 'DVC-2026-000123';

/** What an operation's path and headers have to hold, so that it can be done. */
export interface Ready {
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: Headers;
}

/** Makes what an operation of the document needs. */
export class ApiItems {
  constructor(
    private readonly house: ApiHouse,
    private readonly keys: Keys,
    readonly numbers: Readonly<Record<'shown' | 'gone', number>>,
  ) {}

  /** Makes an item on which the step is open. */
  async ready({ operationId, tags }: Described): Promise<Ready> {
    const { house } = this;
    if (tags.includes('partner')) return { parameters: { externalNumber: NUMBER }, headers: this.keys.all };
    const of = ({ code, pin }: Receipt, more = {}): Ready => ({
      parameters: { code, ...more },
      headers: { 'X-Pin': pin },
    });
    switch (operationId) {
      case 'readFeedback':
        return of(await house.answered());
      case 'readFile':
        return this.withFile(of);
      case 'supplement':
        return of(await this.asked());
      case 'withdraw':
        return of(await house.submitted());
      case 'rate':
        return of(await house.answered());
      case 'askReopening':
        return of(await this.dissatisfied());
      case 'readPublished':
        return { parameters: { number: String(this.numbers.shown) }, headers: {} };
      default:
        return { parameters: {}, headers: {} };
    }
  }

  private async asked(): Promise<Receipt> {
    const receipt = await this.house.submitted();
    const { id } = await this.house.item(receipt);
    const { office } = this.house;
    await office.step(id, 'requestInfo', office.people.clerk, { question: 'Ngày nào?' });
    return receipt;
  }

  private async dissatisfied(): Promise<Receipt> {
    const receipt = await this.house.answered();
    const address = `${FEEDBACK}/${receipt.code}/rating`;
    await this.house.post(address, { rating: 'dissatisfied' }, { 'X-Pin': receipt.pin });
    return receipt;
  }

  private async withFile(of: (receipt: Receipt, more: object) => Ready): Promise<Ready> {
    const sent = await sentAsForm(this.house.request('post', FEEDBACK), SENT);
    const receipt = sent.body as unknown as Receipt;
    const found = await this.house.get(`${FEEDBACK}/${receipt.code}`, { 'X-Pin': receipt.pin });
    const [file] = found.body['files'] as { id: number }[];
    return of(receipt, { id: String(file?.id) });
  }
}

/** The same members as fields of a form, with a file. */
export async function sentAsForm(request: ReturnType<ApiHouse['request']>, value: object): Promise<Answer> {
  for (const [name, one] of leaves(value)) void request.field(name, one);
  return answerOf(await request.attach('files', pdf(), 'giấy hẹn.pdf'));
}

/** As the form has it: `submitter.name`. */
function leaves(value: object, above = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, one]: [string, unknown]): [string, string][] =>
    typeof one === 'object' && one !== null
      ? leaves(one, `${above}${name}.`)
      : [[`${above}${name}`, String(one)]],
  );
}
