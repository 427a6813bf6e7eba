import { describe, expect, it } from '@jest/globals';
import type { CivilDay } from '../kernel/civil-day.js';
import { Rule } from './form-field.js';
import {
  Choice,
  Choices,
  DayField,
  Email,
  Hidden,
  Line,
  Phone,
  Secret,
  Text,
  Tick,
  Whole,
} from './form-fields.js';
import { readForm } from './read-form.js';

class SampleForm {
  @Line({ label: 'l.name', max: 20, required: true })
  name: string;

  @Text({ label: 'l.content', max: 30 })
  content: string;

  @Choice({ label: 'l.kind', values: ['REMARK', 'PROPOSAL'] })
  kind: string;

  @Choices({ label: 'l.levels', values: ['A', 'B', 'C'] })
  levels: string[];

  @Whole({ label: 'l.page', min: 1, max: 99 })
  page: number | null;

  @DayField({ label: 'l.from' })
  from: CivilDay | null;

  @DayField({ label: 'l.to' })
  @Rule(({ from, to }: SampleForm) => (from && to && to < from ? { key: 'l.order' } : null))
  to: CivilDay | null;

  @Email({ label: 'l.email' })
  email: string;

  @Phone({ label: 'l.phone' })
  phone: string;

  @Hidden({ max: 43 })
  token: string;

  @Secret({ label: 'l.pin', max: 64 })
  pin: string;

  @Tick({ label: 'l.unknown' })
  unknown: boolean;
}

const read = (body: unknown) => readForm(SampleForm, body);
const good = { name: 'An' };
const FIELDS = [
  'name',
  'content',
  'kind',
  'levels',
  'page',
  'from',
  'to',
  'email',
  'phone',
  'token',
  'pin',
  'unknown',
] as const;

describe('reading a form', () => {
  it('gives values of the declared types', () => {
    const { value, ok } = read({
      name: '  Nguyễn   Văn An ',
      content: 'dòng 1\r\ndòng 2',
      kind: 'REMARK',
      levels: ['C', 'A', 'A'],
      page: ' 7 ',
      from: '3/2/2021',
      to: '2021-02-04',
      email: ' an@vidu.vn ',
      phone: '+84 912.345-678',
      token: 'abc',
      pin: ' 12 34',
      unknown: 'on',
      role: 'ADMIN',
    });
    expect(ok).toBe(true);
    expect(value).toEqual({
      name: 'Nguyễn Văn An',
      content: 'dòng 1\ndòng 2',
      kind: 'REMARK',
      levels: ['A', 'C'],
      page: 7,
      from: '2021-02-03',
      to: '2021-02-04',
      email: 'an@vidu.vn',
      phone: '0912345678',
      token: 'abc',
      pin: ' 12 34',
      unknown: true,
    });
    expect(value).toBeInstanceOf(SampleForm);
  });

  it.each([undefined, null, 'text', 7, [], ['name'], {}])('takes %p as an empty form', (body) => {
    const { value, errors } = read(body);
    expect(errors).toEqual({ name: { key: 'errors.required', params: { label: 'l.name' } } });
    expect(value).toEqual({
      ...{ name: '', content: '', kind: '', levels: [], page: null, from: null, to: null },
      ...{ email: '', phone: '', token: '', pin: '', unknown: false },
    });
  });

  it('takes nothing that the form does not declare, whatever its name', () => {
    const body: unknown = JSON.parse(
      '{"name":"An","__proto__":{"admin":true},"constructor":"x","toString":"y"}',
    );
    const { value, ok } = read(body);
    expect(ok).toBe(true);
    expect(Object.keys(value).sort()).toEqual([...FIELDS].sort());
    expect((value as { admin?: unknown }).admin).toBeUndefined();
  });
});

describe('bad input at a field', () => {
  it('blanks alone are empty', () => {
    expect(read({ name: ' \t\u00a0\u200b ' }).errors).toHaveProperty('name.key', 'errors.required');
  });

  it('far too long: told with both numbers, and kept', () => {
    const { value, errors } = read({ name: 'ă'.repeat(1_000), content: 'x'.repeat(200_000) });
    expect(errors['name']).toEqual({
      key: 'errors.tooLong',
      params: { label: 'l.name', max: 20, count: 1_000 },
    });
    expect(errors['content']).toEqual({
      key: 'errors.tooLong',
      params: { label: 'l.content', max: 30, count: 200_000 },
    });
    expect(value.name).toBe('ă'.repeat(1_000));
  });

  it('a text is counted as people count, up to the last character', () => {
    const flag = '🇻🇳';
    expect(read({ ...good, content: flag.repeat(30) }).ok).toBe(true);
    expect(read({ ...good, content: flag.repeat(31) }).errors['content']?.params).toMatchObject({
      count: 31,
    });
  });

  it('a line never exceeds its column, a character is not endless', () => {
    expect(read({ name: '🇻🇳'.repeat(11) }).ok).toBe(false);
    expect(read({ ...good, content: 'a' + '\u0301\u0323'.repeat(500) }).errors).toHaveProperty(
      'content.key',
      'errors.tooLong',
    );
  });

  it('control characters, right-to-left marks, lone surrogates, NUL and NFD are cleaned away', () => {
    const { value, ok } = read({
      name: 'A\u0000n\u0007\u202e\u2066 \ud800x',
      content: 'Hồ sơ'.normalize('NFD'),
    });
    expect(ok).toBe(true);
    expect(value.name).toBe('An \ufffdx');
    expect(value.content).toBe('Hồ sơ');
  });

  it('script is text like any other', () => {
    expect(read({ name: '<b>"An"</b>' })).toMatchObject({ ok: true, value: { name: '<b>"An"</b>' } });
  });

  it.each(FIELDS.filter((name) => name !== 'levels'))(
    '%s sent twice is told beside it, and its first text kept',
    (name) => {
      const { value, errors } = read({ ...good, [name]: ['x1', 'x2'] });
      expect(Object.keys(errors)).toEqual([name]);
      expect(value[name]).toBe('x1');
    },
  );

  it.each(FIELDS)('%s of another type is told beside it', (name) => {
    for (const odd of [{ a: 1 }, [[1]], [{}], { then: 'x' }]) {
      const { value, errors } = read({ ...good, [name]: odd });
      expect(Object.keys(errors)).toEqual([name]);
      expect(value[name]).toEqual(name === 'levels' ? [] : '');
    }
  });

  it('is survived however deep it is nested', () => {
    const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
    expect(Object.keys(read({ name: deep }).errors)).toEqual(['name']);
  });

  it.each([
    [{ kind: 'COMPLAINT' }, 'kind', 'errors.choose'],
    [{ levels: ['A', 'Z'] }, 'levels', 'errors.choose'],
    [{ page: '0' }, 'page', 'errors.whole'],
    [{ page: '100' }, 'page', 'errors.whole'],
    [{ page: '1e3' }, 'page', 'errors.whole'],
    [{ page: '7.5' }, 'page', 'errors.whole'],
    [{ page: '99999999999999999999' }, 'page', 'errors.whole'],
    [{ from: '30/02/2021' }, 'from', 'errors.day'],
    [{ from: '2021-2-3x' }, 'from', 'errors.day'],
    [{ from: '03/02/21' }, 'from', 'errors.day'],
    [{ from: '2021-02-05', to: '2021-02-04' }, 'to', 'l.order'],
    [{ email: 'an@' }, 'email', 'errors.email'],
    [{ email: `${'a'.repeat(60)}@${'b.'.repeat(120)}vn` }, 'email', 'errors.email'],
    [{ email: 'an@vidu.vn,kin@vidu.vn' }, 'email', 'errors.email'],
    // Allowed by the standard, but no letter is ever sent to such an address.
    [{ email: '"<an>"@vidu.vn' }, 'email', 'errors.email'],
    [{ email: 'án@vidu.vn' }, 'email', 'errors.email'],
    [{ phone: '12345' }, 'phone', 'errors.phone'],
    [{ phone: '0912345678901234' }, 'phone', 'errors.phone'],
    [{ token: 'x'.repeat(44) }, 'token', 'errors.brokenForm'],
    [{ pin: '1'.repeat(65) }, 'pin', 'errors.tooLong'],
  ])('%j is told beside %s', (typed, name, key) => {
    const { errors, value } = read({ ...good, ...typed });
    expect(Object.keys(errors)).toEqual([name]);
    expect(errors[name]?.key).toBe(key);
    if (!Array.isArray(Reflect.get(typed, name))) expect(value).toHaveProperty(name, expect.anything());
  });

  it.each(['0912345678', '02438123456', '1900 6054', '+1 202 555 0100', '(024) 3812 3456', '0084912345678'])(
    '%s is a telephone number',
    (phone) => {
      expect(read({ ...good, phone }).ok).toBe(true);
    },
  );
});
