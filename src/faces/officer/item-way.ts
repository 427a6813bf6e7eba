import type { Message } from '../../platform/kernel/errors.js';
import { localPath } from '../../platform/web/local-path.js';
import { paths } from '../../platform/web/paths.js';

const LONGEST = 600;
const DESK = { key: 'officer.queue.title' };
const LISTS: Readonly<Record<string, Message>> = {
  [paths.officerQueue.to()]: DESK,
  [paths.supervisor.to()]: { key: 'deskItem.way.supervisor' },
  [paths.supervisorList.to()]: { key: 'deskItem.way.supervisorList' },
};

/** The list from which somebody came to an item: `tu` in the address of the item and of its steps. */
export interface ListBehind {
  /** As it goes on in addresses; null for the desk without filters. */
  readonly from: string | null;
  readonly href: string;
  readonly name: Message;
}

/** @param typed `tu` of the address: anybody can write it, so only lists of our own are taken. */
export function listBehind(typed: unknown): ListBehind {
  const way = localPath(typed);
  const name = way !== null && way.length <= LONGEST ? LISTS[way.replace(/\?.*$/, '')] : undefined;
  return way === null || name === undefined
    ? { from: null, href: paths.officerQueue.to(), name: DESK }
    : { from: way, href: way, name };
}
