import { describe, expect, it } from '@jest/globals';
import { Agency } from './agency.entity.js';
import { contactRows } from './contact-points.js';

const NOTHING = { address: '', postalAddress: '', phone: '', email: '', website: '' };
const agency = (more: Partial<Agency>) => Object.assign(new Agency(), NOTHING, more);

describe('contact points', () => {
  it('are those that are published', () => {
    expect(contactRows(agency({}))).toEqual([]);
    const rows = contactRows(agency({ address: 'Số 1', postalAddress: 'Số 1', phone: '(0209) 3870 123' }));
    expect(rows).toEqual([
      { label: 'tracking.item.address', value: 'Số 1' },
      { label: 'tracking.item.phone', value: '(0209)\u00a03870\u00a0123', link: 'tel:02093870123' },
    ]);
  });

  it('link to addresses of the web and to nothing else', () => {
    const linkOf = (website: string) => contactRows(agency({ website }))[0]?.link;
    expect(linkOf('https://bacninh.gov.vn')).toBe('https://bacninh.gov.vn');
    expect(linkOf('bacninh.gov.vn/x')).toBe('https://bacninh.gov.vn/x');
    expect(linkOf('javascript:alert(1)')).toBeUndefined();
  });
});
