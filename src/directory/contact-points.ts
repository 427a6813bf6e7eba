import type { Agency } from './agency.entity.js';

/** One published contact point (Đ.13 NĐ 20/2008/NĐ-CP). */
export interface ContactRow {
  readonly label: string;
  readonly value: string;
  /** Where a telephone or a browser can use it. */
  readonly link?: string;
}

/** @returns the contact points that the agency has published. */
export function contactRows(agency: Agency): ContactRow[] {
  const rows: ContactRow[] = [
    { label: 'tracking.item.address', value: agency.address },
    {
      label: 'tracking.item.postalAddress',
      value: agency.postalAddress === agency.address ? '' : agency.postalAddress,
    },
    {
      label: 'tracking.item.phone',
      // A number that breaks in two lines is read as two.
      value: agency.phone.replaceAll(' ', '\u00a0'),
      link: `tel:${agency.phone.replace(/[^\d+]/g, '')}`,
    },
    { label: 'tracking.item.email', value: agency.email, link: `mailto:${agency.email}` },
    { label: 'tracking.item.website', value: agency.website, ...webLink(agency.website) },
  ];
  return rows.filter((row) => row.value !== '');
}

/** Only an address of the web becomes a link: the directory is filled from files. */
function webLink(website: string): { link?: string } {
  if (/^https?:\/\//i.test(website)) return { link: website };
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(website) ? { link: `https://${website}` } : {};
}
