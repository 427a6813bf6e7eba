/** A form as a browser sees it, read out of a page that our own templates made (attributes always in double quotes). */
export interface HtmlForm {
  readonly method: string;
  readonly action: string;
  /** It carries files. */
  readonly multipart: boolean;
  /** What would be sent without typing anything. */
  readonly values: Readonly<Record<string, string | string[]>>;
}

/** @param path the page's own address, for forms without an action */
export function formsOf(html: string, path: string): HtmlForm[] {
  return Array.from(html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g), ([, tag = '', inside = '']) => ({
    method: (attribute(tag, 'method') ?? 'get').toLowerCase(),
    action: attribute(tag, 'action') ?? path,
    multipart: attribute(tag, 'enctype') === 'multipart/form-data',
    values: valuesOf(inside),
  }));
}

/** @returns the text that a person reads, blanks collapsed. */
export function textOf(html: string): string {
  return decode(html.replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function valuesOf(inside: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  const add = (name: string | null, value: string): void => {
    if (name === null) return;
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  };
  for (const [, tag = ''] of inside.matchAll(/<input\b([^>]*)>/g)) {
    const type = attribute(tag, 'type') ?? 'text';
    if (['radio', 'checkbox'].includes(type) && !/\schecked\b/.test(tag)) continue;
    if (!['submit', 'button'].includes(type)) add(attribute(tag, 'name'), attribute(tag, 'value') ?? '');
  }
  for (const [, tag = '', text = ''] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    add(attribute(tag, 'name'), decode(text.replace(/^\r?\n/, '')));
  }
  for (const [, tag = '', options = ''] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option\b([^>]*\sselected\b[^>]*)>/.exec(options) ?? /<option\b([^>]*)>/.exec(options);
    add(attribute(tag, 'name'), attribute(chosen?.[1] ?? '', 'value') ?? '');
  }
  return values;
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : decode(value);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** @returns the text with its character references resolved. */
export function decode(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name = '') => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return decimal === undefined
        ? (ENTITIES[name as string] ?? whole)
        : String.fromCodePoint(Number(decimal));
    },
  );
}
