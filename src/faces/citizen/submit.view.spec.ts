import { describe, expect, it } from '@jest/globals';
import type { FieldErrors } from '../../platform/web/read-form.js';
import { SubmitForm } from '../../intake/submit.form.js';
import { type CheckRow, checkPage, type Finding, type Findings, stepsAt, submitPage } from './submit.view.js';

const FIELDS = {
  kind: 'PROPOSAL',
  subject: 'BOTH',
  title: 'Tiêu đề',
  content: 'Dòng một\nDòng hai',
  procedureCode: '1.000178',
  procedureQuestion: 'dat dai',
  agencyCode: 'UNKNOWN',
  agencyQuestion: '',
  place: 'Một cửa xã Đông',
  concernedName: 'Ông B',
  aboutHead: false,
  submitterType: 'INDIVIDUAL',
  name: 'Nguyễn Văn A',
  address: 'Xã Đông',
  phone: '0912345678',
  email: '',
  submissionKey: 'k'.repeat(43),
} as const;
const form = Object.assign(new SubmitForm(), FIELDS);
const nothing: Finding = { chosen: null, results: [], searched: false };
const hit = { value: '1.000178', text: 'Đăng ký đất đai', detail: '1.000178' };

interface Shown {
  form: { summary: { name: string }[]; errors: FieldErrors };
  procedure: Finding;
  unknownAgency: { checked: boolean };
}
const shown = (errors: FieldErrors, findings: Partial<Findings>) =>
  submitPage(form, errors, { procedure: nothing, agency: nothing, ...findings }) as unknown as Shown;

describe('the page to write on', () => {
  it('offers what is chosen once, above what was found', () => {
    const other = { value: '1.000179', text: 'Khác' };
    const { procedure } = shown({}, { procedure: { chosen: hit, results: [hit, other], searched: true } });
    expect(procedure).toEqual({ chosen: hit, results: [other], searched: true });
  });

  it('puts the fault of a question beside the field in which it is typed', () => {
    const { form: view } = shown({ procedureQuestion: { key: 'errors.tooLong' } }, {});
    expect(view.errors.procedureCode?.key).toBe('errors.tooLong');
    expect(view.summary.map((line) => line.name)).toEqual(['procedureCode']);
  });

  it('links no fault to a hidden field', () => {
    const { form: view } = shown({ submissionKey: { key: 'submit.formExpired' } }, {});
    expect(view.summary.map((line) => line.name)).toEqual(['']);
  });

  it('remembers “I don’t know”', () => {
    expect(shown({}, {}).unknownAgency.checked).toBe(true);
  });
});

describe('the check page', () => {
  const page = checkPage(form, {
    procedure: hit,
    intakeAgency: { value: 'VPCP', text: 'Văn phòng Chính phủ' },
    due: '2026-12-11',
    routing: null,
    sentTo: 'VPCP',
  });
  const { facts, carried } = page as unknown as {
    facts: CheckRow[];
    carried: { name: string; value: string }[];
  };

  it('carries the whole form, so that nothing is lost', () => {
    expect(Object.fromEntries(carried.map(({ name, value }) => [name, value]))).toEqual({
      ...FIELDS,
      aboutHead: '',
    });
  });

  it('shows everything that was asked, each with its way back', () => {
    const asked = Object.keys(FIELDS).filter((name) => !/Question$|submissionKey|aboutHead/.test(name));
    expect(facts.map((row) => row.field)).toEqual([...asked, 'files']);
    expect(facts.find((row) => row.field === 'procedureCode')?.value).toBe('Đăng ký đất đai (1.000178)');
    expect(facts.find((row) => row.field === 'email')?.key).toBe('submit.check.none');
  });
});

describe('the steps', () => {
  it('mark what is done, current and next', () => {
    expect(stepsAt('check').map((step) => step.state)).toEqual(['done', 'current', 'next']);
  });
});

describe('whom it is about', () => {
  it('is told only where that was said', () => {
    const fields = (changes: Partial<SubmitForm>): string[] =>
      (
        checkPage(Object.assign(new SubmitForm(), FIELDS, changes), {
          ...{ procedure: null, intakeAgency: { value: 'X', text: 'X' }, due: '2026-12-04' },
          ...{ routing: null, sentTo: 'X' },
        }) as unknown as { facts: CheckRow[] }
      ).facts.map(({ field }) => field);
    const told = ['place', 'concernedName', 'aboutHead'];
    const untold = fields({ place: '', concernedName: '' });
    expect(untold.filter((field) => told.includes(field))).toEqual([]);
    expect(fields({ aboutHead: true })).toEqual(expect.arrayContaining(told));
  });
});
