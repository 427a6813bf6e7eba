/** What XML 1.0 allows in no way, not even as a reference. */

const NEVER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @returns the text as it may stand in an element or an attribute. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NEVER, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');
}

/** @param text what stands in it; null for an empty element. */
export function element(
  name: string,
  text: string | null,
  attributes: Readonly<Record<string, string>> = {},
): string {
  const opening = `${name}${attributesOf(attributes)}`;
  return text === null ? `<${opening}/>` : `<${opening}>${escapeXml(text)}</${name}>`;
}

/** @param lines elements, already escaped. */
export function xmlDocument(
  root: string,
  attributes: Readonly<Record<string, string>>,
  lines: readonly string[],
): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${root}${attributesOf(attributes)}>`,
    ...lines,
    `</${root}>`,
    '',
  ].join('\n');
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}
