import type { PinKeyFacts } from '../../platform/config/rotate-pin-key.js';
import type { DatabaseSituation } from '../../platform/database/database-facts.js';

/** How the installation stands, as it may be shown: never a key, a password, or an address that holds one. */
export interface SystemStatus {
  readonly keys: {
    /** In the file, newest first; null where it cannot be read. */
    readonly pinKeys: readonly PinKeyFacts[] | null;
    /** The newest one that this server has. */
    readonly inUse: number;
    readonly sessionFromSettings: boolean;
  };
  readonly storage: {
    readonly folder: string;
    /** Bytes; null where the disk does not say. */
    readonly free: number | null;
    readonly files: number;
    readonly bytes: number;
    readonly scanned: boolean;
    readonly quarantined: number;
    readonly infected: number;
    /** Epoch ms. */
    readonly lastBackup: number | null;
    readonly database: DatabaseSituation;
  };
  readonly outbox: {
    /** Milliseconds that the oldest due row has waited. */
    readonly oldest: number | null;
    readonly parked: number;
    readonly failing: number;
  };
  readonly mail: {
    /** Host and port of the server; null: a folder. */
    readonly server: string | null;
    readonly encrypted: boolean;
    readonly from: string;
    /** Epoch ms. */
    readonly lastSent: number | null;
    readonly ownAddress: string | null;
  };
  readonly time: {
    readonly now: number;
    readonly isSet: boolean;
    /** The years of the calendar that are known. */
    readonly years: readonly { readonly year: number; readonly confirmed: boolean }[];
    /** The year whose days should be known by now and are not; null where nothing is missing. */
    readonly missing: number | null;
  };
}
