/** @returns `99,5`, `99.50`, `99,5 %` as 9.950 hundredths of a percent, exactly; null for what is no share with up to two decimals. */
export function parsePercent(text: string): number | null {
  const [, whole, decimals = ''] = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim()) ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

/** @returns 9.950 as `99,5`, as it is typed into a field. */
export function percentText(hundredths: number): string {
  const decimals = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(hundredths / 100)}${decimals === '' ? '' : `,${decimals}`}`;
}
