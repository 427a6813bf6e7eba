import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countCharacters } from '../kernel/clean-text.js';
import type { CivilDay } from '../kernel/civil-day.js';
import { DayField, Email, Hidden, Line, Phone, Text, Whole } from './form-fields.js';
import { readForm } from './read-form.js';

class LawForm {
  @Line({ label: 'l.name', max: 20 })
  name: string;

  @Text({ label: 'l.content', max: 30 })
  content: string;

  @Email({ label: 'l.email' })
  email: string;

  @Phone({ label: 'l.phone' })
  phone: string;

  @Hidden({ max: 43 })
  token: string;

  @Whole({ label: 'l.page', min: -5, max: 99 })
  page: number | null;

  @DayField({ label: 'l.from' })
  from: CivilDay | null;
}

const TEXTS = ['name', 'content', 'email', 'phone', 'token'] as const;
const oneOf = (...values: string[]) => fc.constantFrom(...values);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 25 }),
  fc.string({ unit: 'grapheme', maxLength: 25 }),
);
const bodies = fc.record(
  {
    name: text,
    content: text,
    email: fc.oneof(fc.emailAddress(), text),
    phone: fc.oneof(oneOf('0912 345 678', '+84.912.345.678', '1900 6054'), text),
    token: text,
    page: fc.oneof(fc.integer({ min: -20, max: 200 }).map(String), text),
    from: fc.oneof(oneOf('3/2/2021', '2021-02-29', '29-02-2024', ''), text),
  },
  { requiredKeys: [] },
);

describe('every form, whatever is sent', () => {
  it('is read without throwing', () => {
    fc.assert(fc.property(fc.anything(), (body) => void readForm(LawForm, body)));
    const odd = fc.anything();
    fc.assert(
      fc.property(
        fc.record({ name: odd, content: odd, page: odd, from: odd }),
        (body) => void readForm(LawForm, body),
      ),
    );
  });

  it('keeps out what databases refuse and pages garble, and never exceeds its limits', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const { value, errors } = readForm(LawForm, body);
        for (const name of TEXTS) {
          expect(value[name]).toBe(value[name].toWellFormed().normalize('NFC'));
          expect(value[name]).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
        }
        if (!errors['name']) expect(Array.from(value.name).length).toBeLessThanOrEqual(20);
        if (!errors['content']) expect(countCharacters(value.content)).toBeLessThanOrEqual(30);
      }),
      { numRuns: 500 },
    );
  });

  it('reads what it gave as it gave it: showing a form again and sending it changes nothing', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const first = readForm(LawForm, body);
        const { name, content, email, phone, token, page, from } = first.value;
        const shown = { name, content, email, phone, token, page: String(page ?? ''), from: from ?? '' };
        expect(readForm(LawForm, shown)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });
});
