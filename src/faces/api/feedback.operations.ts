import type { OperationDoc, ParameterDoc } from './operation.js';
import { ITEM_SCHEMAS } from './item.schemas.js';
import { CODE, FILE_ID, IDEMPOTENCY_KEY } from './parameters.js';

type Step = Pick<OperationDoc, 'id' | 'summary'> & {
  readonly schema: string;
  readonly example: object;
  readonly files?: boolean;
};

const HEADERS = ['Location'] as const;
const OF_ITEM: readonly ParameterDoc[] = [CODE];
const EXAMPLE = {
  kind: 'remark',
  subject: 'admin_act',
  title: 'Nộp hồ sơ đất đai phải đi lại ba lần',
  content: 'Tôi đã nộp đủ giấy tờ. Cán bộ hẹn lại hai lần mà không nói lý do.',
  submitter: {
    type: 'individual',
    name: 'Nguyễn Thị Ánh',
    address: 'Thôn Đông, xã Ngân Sơn, tỉnh Thái Nguyên',
    phone: '0912 345 678',
  },
};

export const SUBMIT: OperationDoc = {
  id: 'submitFeedback',
  tag: 'feedback',
  summary: 'api.operation.submitFeedback',
  parameters: [IDEMPOTENCY_KEY],
  body: {
    schema: 'NewFeedback',
    files: true,
    examples: {
      shortest: EXAMPLE,
      whole: {
        ...EXAMPLE,
        kind: 'proposal',
        procedureCode: '1.004194',
        fieldCode: 'dat-dai',
        agencyCode: '19',
        place: 'Bộ phận một cửa',
        concernedName: 'Cán bộ tại quầy số 3',
        aboutHead: false,
        submitter: { ...EXAMPLE.submitter, email: 'anh@vidu.vn' },
      },
    },
  },
  answers: {
    201: { schema: 'Receipt', headers: HEADERS },
    200: { schema: 'Receipt', headers: HEADERS },
  },
  errors: [400, 401, 403, 409, 413, 415, 422, 429],
  security: ['none', 'key'],
  schemas: ITEM_SCHEMAS,
};

export const READ_ITEM: OperationDoc = {
  id: 'readFeedback',
  tag: 'feedback',
  summary: 'api.operation.readFeedback',
  parameters: OF_ITEM,
  answers: { 200: { schema: 'Feedback' } },
  errors: [401, 403, 404, 429],
  security: ['pin', 'key'],
  schemas: ITEM_SCHEMAS,
};

export const READ_FILE: OperationDoc = {
  id: 'readFile',
  tag: 'feedback',
  summary: 'api.operation.readFile',
  parameters: [CODE, FILE_ID],
  answers: { 200: {} },
  errors: [401, 403, 404, 429],
  security: ['pin', 'key'],
};

export const SUPPLEMENT = step({
  id: 'supplement',
  summary: 'api.operation.supplement',
  schema: 'Addition',
  example: { content: 'Tôi nộp hồ sơ ngày 03/02/2026.' },
  files: true,
});
export const WITHDRAW = step({
  id: 'withdraw',
  summary: 'api.operation.withdraw',
  schema: 'Withdrawal',
  example: { confirm: true },
});
export const RATE = step({
  id: 'rate',
  summary: 'api.operation.rate',
  schema: 'Rating',
  example: { rating: 'dissatisfied', words: 'Chưa trả lời vào việc tôi hỏi.' },
});
export const REOPEN = step({
  id: 'askReopening',
  summary: 'api.operation.askReopening',
  schema: 'Addition',
  example: { content: 'Hồ sơ của tôi nộp trước ngày quy định có hiệu lực.' },
  files: true,
});

function step({ id, summary, schema, example, files = false }: Step): OperationDoc {
  return {
    ...{ id, tag: 'feedback', summary, parameters: OF_ITEM },
    body: { schema, files, examples: { usual: example } },
    answers: { 200: { schema: 'StepTaken' } },
    errors: [400, 401, 403, 404, 409, 413, 415, 422, 429],
    security: ['pin', 'key'],
    schemas: ITEM_SCHEMAS,
  };
}
