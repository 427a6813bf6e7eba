import { paths } from '../../platform/web/paths.js';

/** What a form says of its kept draft. */
export interface DraftView {
  /** Where the script keeps it. */
  readonly address: string;
  /** Just kept, epoch ms. */
  readonly savedAt: number | null;
  /** The form begins with a draft of that instant, epoch ms. */
  readonly reopenedAt: number | null;
}

export function draftView(code: string, form: string, times: Omit<DraftView, 'address'>): DraftView {
  return { address: paths.officerDraft.to({ code, form }), ...times };
}
