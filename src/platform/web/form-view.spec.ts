import { describe, expect, it } from '@jest/globals';
import { formView } from './form-view.js';

describe('what a page shows of a form', () => {
  it('lists the faults in the order of the fields', () => {
    const fault = (label: string) => ({ key: 'errors.required', params: { label } });
    const errors = {
      phone: fault('p'),
      kind: fault('k'),
      name: fault('n'),
      other: { key: 'errors.invalid' },
    };
    const view = formView({ name: '', kind: 'y', phone: 'x' }, errors);
    expect(view.summary.map(({ name }) => name)).toEqual(['name', 'kind', 'phone', 'other']);
    expect(view).toMatchObject({ failed: true, values: { phone: 'x', kind: 'y' } });
    expect(formView({ name: '' })).toMatchObject({ failed: false, summary: [] });
  });

  it('says the same words once, at the first field they are said of', () => {
    const same = { key: 'errors.invalid', params: { label: 'x' } };
    const view = formView({ a: '', b: '', c: '' }, { c: { key: 'errors.invalid' }, b: { ...same }, a: same });
    expect(view.summary.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(Object.keys(view.errors)).toEqual(['c', 'b', 'a']);
  });
});
