import { paths } from './paths.js';

const WORKPLACES = [paths.officerQueue, paths.supervisor, paths.staffList, paths.account].map((path) =>
  path.to(),
);

/** @returns whether an address is one where staff work all day: such pages are dense, with a header of one bar. */
export function isWorkplace(address: string): boolean {
  return WORKPLACES.some((top) => address === top || address.startsWith(`${top}/`));
}
