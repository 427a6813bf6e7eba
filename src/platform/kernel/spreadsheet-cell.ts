/** @returns the value as a spreadsheet may open it: a text that it would run as a formula is made text. */
export function safeCell(value: string | number): string | number {
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
