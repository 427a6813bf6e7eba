/** Without script the combobox's own button sends the whole form, to come back with what was found. */
export function isSearch(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'find' in body;
}
