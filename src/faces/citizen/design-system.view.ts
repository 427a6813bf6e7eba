import { deadlineLines } from '../../calendar/deadline-lines.js';
import { type DeadlineRecord, promise } from '../../calendar/promise.js';
import { type SpecialDay, WorkingCalendar } from '../../calendar/working-calendar.js';
import { startOfDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import { type Ratio, ratio } from '../../platform/kernel/ratio.js';
import { type FormView, formView } from '../../platform/web/form-view.js';
import type { PageModel } from '../../platform/web/page.js';

const STATES = [
  ['SUBMITTED', 'NEEDS_INFO', 'RECEIVED', 'FORWARDED', 'IN_PROGRESS', 'AWAITING_APPROVAL'],
  ['ANSWERED', 'CLOSED', 'REFUSED', 'REDIRECTED', 'MERGED', 'WITHDRAWN'],
].flat();
const TONES = ['neutral', 'info', 'progress', 'success', 'warning', 'danger'];
/** Colour tokens of app.css by what they are for. */
const COLOURS = [
  'paper',
  'surface',
  'sunken',
  'ink',
  'ink-soft',
  'line',
  'line-strong',
  'brand',
  'brand-strong',
]
  .concat(['brand-tint', 'deep', 'accent', 'info-tint', 'progress-tint', 'success-tint', 'warning-tint'])
  .concat(['danger-tint', 'danger']);

const example = (name: string): Message => ({ key: `design.example.${name}` });

interface DesignModel extends PageModel {
  readonly colours: readonly string[];
  readonly tones: readonly string[];
  readonly states: readonly string[];
  readonly forms: FormExamples;
  readonly deadline: DeadlineRecord & { readonly lines: readonly Message[] };
  readonly entries: readonly object[];
  readonly rows: readonly object[];
  readonly tabs: readonly object[];
  readonly steps: readonly object[];
  readonly table: readonly { code: string; state: string; due: string; handled: Ratio }[];
  readonly ratios: { readonly handled: Ratio; readonly nothing: Ratio };
}

interface FormExamples {
  readonly fresh: FormView;
  readonly faulty: FormView;
  readonly kinds: readonly object[];
  readonly roles: readonly object[];
  readonly levels: readonly object[];
  readonly hits: readonly object[];
}

/** @returns examples for every component; the same at every call, so that a changed page is a changed part. */
export function designSystemView(): DesignModel {
  return {
    title: 'design.title',
    colours: COLOURS,
    tones: TONES,
    states: STATES,
    forms: formExamples(),
    deadline: deadlineExample(),
    entries: timelineExample(),
    rows: [
      { label: 'design.example.code', value: 'PAKN-26-7K3M9Q-4' },
      { label: 'design.example.agency', value: 'Ủy ban nhân dân phường Kinh Bắc' },
    ],
    tabs: [
      { href: '#facts', text: 'Đang chờ', count: 12, current: true },
      { href: '#facts', text: 'Quá hạn', count: 0 },
      { href: '#facts', text: 'Đã xong' },
    ],
    steps: ['who', 'what', 'check'].map((step, index) => ({
      label: `design.example.step.${step}`,
      state: ['done', 'current', 'next'][index],
    })),
    table: [
      { code: 'PAKN-26-7K3M9Q-4', state: 'IN_PROGRESS', due: '2026-02-27', handled: ratio(934, 1049) },
      { code: 'PAKN-26-0XWB2T-9', state: 'ANSWERED', due: '2026-03-02', handled: ratio(0, 0) },
    ],
    ratios: { handled: ratio(934, 1049), nothing: ratio(0, 0) },
  };
}

function formExamples(): FormExamples {
  const values = { name: 'Nguyễn Thị Ánh Tuyết', content: '', kind: 'REMARK', roles: ['HANDLER'], level: '' };
  const options = (name: string, ...codes: string[]): object[] =>
    codes.map((value) => ({ value, label: `design.example.${name}.${value}` }));
  return {
    fresh: formView({ ...values, procedureQuery: 'dat dai' }),
    faulty: formView({ phone: '09x' }, { phone: example('phoneFault') }),
    kinds: options('kind', 'REMARK', 'PROPOSAL').map((option, index) =>
      index === 0 ? { ...option, hint: 'design.example.kind.hint' } : option,
    ),
    roles: options('role', 'HANDLER', 'APPROVER'),
    levels: ['Xã, phường, đặc khu', 'Tỉnh, thành phố', 'Bộ'].map((text) => ({ value: text, text })),
    hits: [
      { value: '1.000178', text: 'Chuyển mục đích sử dụng đất', detail: '1.000178 · Đất đai' },
      { value: '1.012756', text: 'Đăng ký đất đai lần đầu', detail: '1.012756 · Đất đai' },
    ],
  };
}

/** Over the days around 30/4 of 2024, when a Saturday was worked for the Monday before. */
function deadlineExample(): DesignModel['deadline'] {
  const plain = { confirmed: true, applied: true, swappedWith: null };
  const days: SpecialDay[] = [
    { ...plain, day: '2024-04-29', kind: 'OFF', name: 'Nghỉ hoán đổi', swappedWith: '2024-05-04' },
    { ...plain, day: '2024-04-30', kind: 'OFF', name: 'Ngày Chiến thắng 30/4' },
    { ...plain, day: '2024-05-01', kind: 'OFF', name: 'Ngày Quốc tế Lao động 1/5' },
    { ...plain, day: '2024-05-04', kind: 'WORK', name: 'Làm bù', swappedWith: '2024-04-29' },
  ];
  const calendar = new WorkingCalendar(days, [{ year: 2024, confirmed: true }]);
  const record = promise(calendar, { start: '2024-04-26', term: 5, rule: 'handling.act' });
  return { ...record, lines: deadlineLines(record) };
}

function timelineExample(): object[] {
  const at = (day: string, hour: number): number => startOfDay(day) + hour * 3_600_000;
  const agency = 'Ủy ban nhân dân phường Kinh Bắc';
  return [
    {
      instant: at('2024-05-06', 15),
      title: example('answered'),
      agency,
      body: 'Đã hướng dẫn lại quy trình.',
    },
    { instant: at('2024-04-27', 9), title: example('booked'), agency },
    { instant: at('2024-04-26', 8), title: example('submitted') },
  ];
}
