import { describe, expect, it } from '@jest/globals';
import { readForm } from '../platform/web/read-form.js';
import { MAX } from './submission-limits.js';
import { SubmitForm } from './submit.form.js';

const good = {
  kind: 'REMARK',
  subject: 'ADMIN_ACT',
  title: 'Nộp hồ sơ đất đai phải đi lại ba lần',
  content: 'Tôi đã nộp đủ giấy tờ.\r\nCán bộ hẹn lại hai lần.',
  procedureCode: '',
  procedureQuestion: '',
  agencyCode: 'UNKNOWN',
  agencyQuestion: '',
  submitterType: 'INDIVIDUAL',
  name: 'Nguyễn Văn Ế',
  address: 'Thôn Đông, xã Ngân Sơn',
  phone: '0912 345 678',
  email: '',
  submissionKey: 'k'.repeat(43),
};
const read = (changes: Record<string, unknown>) => readForm(SubmitForm, { ...good, ...changes });

describe('the form of a submission', () => {
  it('takes a good one, cleaned', () => {
    const { ok, value } = read({});
    expect(ok).toBe(true);
    expect(value.content).toBe('Tôi đã nộp đủ giấy tờ.\nCán bộ hẹn lại hai lần.');
    expect(value.phone).toBe('0912345678');
  });

  it.each([
    'kind',
    'subject',
    'title',
    'content',
    'agencyCode',
    'submitterType',
    'name',
    'address',
    'phone',
    'submissionKey',
  ])('asks for %s, beside it', (name) => {
    expect(Object.keys(read({ [name]: '' }).errors)).toEqual([name]);
    expect(Object.keys(read({ [name]: undefined }).errors)).toEqual([name]);
    expect(Object.keys(read({ [name]: ['a', 'b'] }).errors)).toEqual([name]);
    expect(Object.keys(read({ [name]: { $gt: '' } }).errors)).toEqual([name]);
  });

  it('counts the content as people do: 10.000 are enough, one more is too many, and nothing is cut', () => {
    expect(read({ content: 'ế'.repeat(MAX.content) }).ok).toBe(true);
    expect(read({ content: 'ế'.normalize('NFD').repeat(MAX.content) }).ok).toBe(true);
    const { errors, value } = read({ content: 'ế'.repeat(MAX.content + 1) });
    expect(Object.keys(errors)).toEqual(['content']);
    expect(value.content).toHaveLength(MAX.content + 1);
  });

  it('keeps what it refuses', () => {
    expect(read({ phone: 'tám chín' }).value.phone).toBe('tám chín');
    expect(read({ kind: 'OTHER' }).errors.kind).toBeDefined();
  });

  it('asks again where something was searched for and nothing chosen', () => {
    expect(read({ procedureQuestion: 'dat dai' }).errors.procedureCode?.key).toBe('submit.procedureUnpicked');
    expect(read({ procedureQuestion: 'dat dai', procedureCode: 'NONE' }).ok).toBe(true);
    expect(read({ agencyCode: '', agencyQuestion: 'Di An' }).errors.agencyCode?.key).toBe(
      'submit.agencyUnpicked',
    );
  });

  it('cleans control and bidi characters, NUL and lone surrogates, and composes NFD', () => {
    const { ok, value } = read({ title: 'A\u0000b\u202Ec\uD800', name: 'Nguyễn'.normalize('NFD') });
    expect(ok).toBe(true);
    expect(value.title).toBe('Abc\uFFFD');
    expect(value.name).toBe('Nguyễn');
  });

  it('takes no field that it does not declare', () => {
    expect(Object.keys(read({ state: 'ANSWERED', __proto__: { x: 1 } }).value)).not.toContain('state');
  });

  it('asks which is meant where a regulation is somebody’s conduct', () => {
    const { errors } = read({ subject: 'ADMIN_REGULATION', concernedName: 'Ông B', aboutHead: 'on' });
    expect(Object.keys(errors)).toEqual(['concernedName', 'aboutHead']);
    expect(read({ subject: 'BOTH', concernedName: 'Ông B', aboutHead: 'on' }).ok).toBe(true);
    expect(read({ aboutHead: '' }).value.aboutHead).toBe(false);
  });
});
