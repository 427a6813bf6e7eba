import type { Present } from '../../handling/presence-board.service.js';
import { paths } from '../../platform/web/paths.js';
import type { Say } from './say.js';

export interface PresenceView {
  /** Where the page says that it is still open. */
  readonly address: string;
  readonly doing: string;
  /** Who else is here, in words; empty where nobody is. */
  readonly others: string;
  /** Somebody else is at the same form. */
  readonly clash: boolean;
}

export function presenceView(
  code: string,
  doing: string,
  others: readonly Present[],
  say: Say,
): PresenceView {
  return {
    address: paths.officerPresence.to({ code }),
    doing,
    others: othersSaid(others, say),
    clash: doing !== '' && others.some((one) => one.doing === doing),
  };
}

/** `Đang mở: Nguyễn Văn A (đang soạn trả lời), Trần Thị B` */
export function othersSaid(others: readonly Present[], say: Say): string {
  if (others.length === 0) return '';
  const people = others.map(({ name, doing }) =>
    doing === ''
      ? name
      : say({ key: 'deskItem.presence.atWork', params: { name, label: doingLabel(doing) } }),
  );
  return say({ key: 'deskItem.presence.open', params: { people: people.join(', ') } });
}

const doingLabel = (doing: string): string =>
  doing === 'draft' ? 'deskItem.presence.drafting' : `lifecycle.action.${doing}`;
