import type { Choice } from './choice.js';

/** A picture that stands for the authority, drawn anew by us; its bytes are another choice, read only when asked for. */
export interface MarkFacts {
  readonly mediaType: MarkType;
  /** Part of its address: another picture has another one. */
  readonly version: string;
}

export const MARK_TYPES = ['image/png', 'image/jpeg'] as const;
export type MarkType = (typeof MARK_TYPES)[number];

/** Who runs this installation, as its pages and letters say it; '' for what was never said. */
export interface AuthorityIdentity {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** Null: the product's own mark. */
  readonly mark: MarkFacts | null;
}

export const LONGEST_NAME = 120;

export const authorityIdentity: Choice<AuthorityIdentity> = {
  name: 'authority.identity',
  standard: { name: '', address: '', phone: '', email: '', mark: null },
  read: (stored) => {
    const { name, address, phone, email, mark = null } = (stored ?? {}) as Partial<AuthorityIdentity>;
    const isWhole = [name, address, phone, email].every((text) => typeof text === 'string');
    return isWhole && isMarkFacts(mark) ? (stored as AuthorityIdentity) : null;
  },
};

/** The bytes in base64: they are in every backup of the database, and there is one of them. */
export const markBytes: Choice<string> = {
  name: 'authority.mark',
  standard: '',
  read: (stored) => (typeof stored === 'string' ? stored : null),
};

function isMarkFacts(mark: MarkFacts | null): boolean {
  return mark === null || (MARK_TYPES.includes(mark.mediaType) && /^[0-9a-f]{12}$/.test(mark.version));
}
