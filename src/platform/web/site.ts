import type { AuthorityIdentity } from '../installation/authority-identity.js';
import { paths } from './paths.js';

const PRODUCT = 'Lắng Nghe';

/** Whose site it is, as every page's top, title and end say it. */
export interface Site {
  readonly name: string;
  /** Whether the authority has given it a name of its own. */
  readonly isNamed: boolean;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  /** Address of the authority's mark; null: the product's own. */
  readonly mark: string | null;
}

export function siteOf({ name, address, phone, email, mark }: AuthorityIdentity): Site {
  return {
    ...{ address, phone, email },
    name: name || PRODUCT,
    isNamed: name !== '',
    mark: mark && paths.authorityMark.to({ version: mark.version }),
  };
}
