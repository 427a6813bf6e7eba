import type { Submitter } from './submitter.entity.js';

export type ContactData = Pick<Submitter, 'name' | 'address' | 'phone' | 'email'>;

const DOTS = '•••';
/** A part of an address that names a place of the State, not a house. */
const PLACE = /^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp\.?|tỉnh)\s/iu;

/**
 * What staff read of a submitter until they ask with a purpose: enough to tell two apart, too little to find anybody.
 * @returns empty where nothing was given.
 */
export function maskedContact({ name, address, phone, email }: ContactData): ContactData {
  return {
    name: maskedName(name),
    address: maskedAddress(address),
    phone: maskedPhone(phone),
    email: email === null ? null : maskedEmail(email),
  };
}

/** `Nguyễn Thị Đào` → `N…`. */
export function maskedName(name: string): string {
  const [initial = ''] = name.trim();
  return initial === '' ? '' : `${initial.toLocaleUpperCase('vi')}…`;
}

/** `0912345678` → `09•• ••• 678`. */
function maskedPhone(phone: string): string {
  if (phone === '') return '';
  return phone.length < 9 ? `${DOTS} ${DOTS}` : `${phone.slice(0, 2)}•• ${DOTS} ${phone.slice(-3)}`;
}

/** `lan.tran@gmail.com` → `l•••@gmail.com`. */
function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return email === '' ? '' : DOTS;
  return (at < 3 ? '' : email.slice(0, 1)) + DOTS + email.slice(at);
}

/** `Số 5 Trần Phú, phường Đông Sơn, tỉnh Hạc Giang` → `•••, phường Đông Sơn, tỉnh Hạc Giang`. */
function maskedAddress(address: string): string {
  if (address.trim() === '') return '';
  const parts = address.split(',').map((part) => part.trim());
  const places = parts.filter((part, i) => i > 0 && PLACE.test(part) && !/\d{3}/.test(part));
  return [DOTS, ...places].join(', ');
}
