import type { Erasure } from './erasure.entity.js';

/** A certificate of erasure as both faces print it: what, how much, when, by which rule; nothing of the person. */
export interface ErasureProofView {
  readonly act: string;
  readonly at: number;
  /** Message keys. */
  readonly rule: string;
  readonly reason: string | null;
  readonly document: string | null;
  readonly items: readonly {
    readonly code: string;
    readonly counts: readonly { readonly label: string; readonly count: number }[];
    readonly seq: number;
    readonly hashBefore: string;
    readonly hashAfter: string;
    readonly isWhole: boolean;
    readonly auditId: number;
  }[];
}

/** @param proofs of one act, at least one */
export function erasureProof(proofs: readonly [Erasure, ...Erasure[]]): ErasureProofView {
  const [{ act, at, rule, reason, document }] = proofs;
  return {
    ...{ act, at, document },
    rule: `privacy.rule.${rule}`,
    reason: reason && `privacy.reason.${reason}`,
    items: proofs.map(({ code, counts, lastSeq, hashBefore, hashAfter, auditId }) => ({
      ...{ code, seq: lastSeq, hashBefore, hashAfter, auditId },
      isWhole: hashBefore === hashAfter,
      counts: Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => ({ label: `privacy.kind.${kind}`, count })),
    })),
  };
}
