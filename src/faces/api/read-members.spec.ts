import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../platform/kernel/errors.js';
import { readSubmission, type SentSubmission } from './submission.members.js';

const GOOD = {
  kind: 'remark',
  subject: 'admin_act',
  title: 'Nộp hồ sơ phải đi lại ba lần',
  content: 'Cán bộ hẹn lại hai lần mà không nói lý do.',
  submitter: { type: 'individual', name: 'Nguyễn Thị Ánh', address: 'Xã Ngân Sơn', phone: '0912 345 678' },
};
const read = (changes: object = {}, isForm = false): SentSubmission =>
  readSubmission({ ...GOOD, ...changes }, { isForm, isPartner: false });
const faultsOf = (changes: object, isForm = false): Record<string, string> => {
  try {
    read(changes, isForm);
    return {};
  } catch (error) {
    const fields = error instanceof DomainError ? error.fields : {};
    return Object.fromEntries(Object.entries(fields).map(([name, { key }]) => [name, key]));
  }
};
const { submitter } = GOOD;

describe('a body read by the rules of the form', () => {
  it('becomes what the form would have been', () => {
    const { form } = read();
    expect(form).toMatchObject({ kind: 'REMARK', subject: 'ADMIN_ACT', submitterType: 'INDIVIDUAL' });
    expect(form).toMatchObject({ phone: '0912345678', agencyCode: 'UNKNOWN', procedureCode: 'NONE' });
    expect(form.aboutHead).toBe(false);
  });

  it('names what is missing or wrong by the members’ own names', () => {
    expect(faultsOf({ title: undefined, submitter: { ...submitter, phone: 'x' } })).toEqual({
      title: 'errors.required',
      'submitter.phone': 'errors.phone',
    });
    expect(faultsOf({ kind: 'REMARK' })).toEqual({ kind: 'errors.choose' });
    expect(faultsOf({ submitter: null })).toHaveProperty(['submitter.name'], 'errors.required');
  });

  it('takes no kind of value for another', () => {
    for (const wrong of [12, true, ['a'], { a: 1 }])
      expect(faultsOf({ title: wrong })).toEqual({ title: 'api.fault.text' });
    expect(faultsOf({ aboutHead: 'true' })).toEqual({ aboutHead: 'api.fault.flag' });
    expect(faultsOf({ aboutHead: 'yes' }, true)).toEqual({ aboutHead: 'api.fault.flag' });
    expect(faultsOf({ aboutHead: 'true' }, true)).toEqual({});
    expect(faultsOf({ submitter: 'Ánh' })).toHaveProperty('submitter', 'api.fault.unknown');
  });

  it('refuses what it does not know, whatever its name', () => {
    const sent = JSON.parse(
      '{"__proto__": {"x": 1}, "constructor": 1, "submissionKey": "x", "toString": null}',
    ) as object;
    const body: unknown = JSON.parse(
      JSON.stringify(GOOD).replace('{', `${JSON.stringify(sent).slice(0, -1)},`),
    );
    expect(() => readSubmission(body, { isForm: false, isPartner: false })).toThrow(DomainError);
    expect(faultsOf({ submissionKey: 'x', procedureQuestion: 'y', externalNumber: '1' })).toEqual({
      submissionKey: 'api.fault.unknown',
      procedureQuestion: 'api.fault.unknown',
      externalNumber: 'api.fault.unknown',
    });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('is an object or nothing', () => {
    for (const body of [undefined, null, 'x', 1, [], [GOOD]])
      expect(() => readSubmission(body, { isForm: false, isPartner: false })).toThrow('Bad Request');
  });
});
