/** What GeoReport answers, before it is written as XML or JSON: records of texts, numbers, lists of records, or nothing. */
export type Leaf = string | number | boolean | null;
export interface Open311Record {
  readonly [name: string]: Leaf | Open311Record | readonly (Leaf | Open311Record)[];
}

/** A document: JSON shows `body`; XML puts it into an element of that name, list members into elements of theirs. */
export interface Open311Document {
  readonly root: string;
  readonly body: Open311Record | readonly Open311Record[];
}

/** What the members of a list are called in XML, by the name of the list. */
const MEMBERS: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  errors: 'error',
  attributes: 'attribute',
  values: 'value',
  endpoints: 'endpoint',
  formats: 'format',
};

export function asJson({ body }: Open311Document): string {
  return JSON.stringify(body);
}

export function asXml({ root, body }: Open311Document): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, body)}\n`;
}

function element(name: string, value: Leaf | Open311Record | readonly (Leaf | Open311Record)[]): string {
  if (value === null || value === '') return `<${name}/>`;
  return `<${name}>${inside(name, value)}</${name}>`;
}

function inside(name: string, value: Exclude<Parameters<typeof element>[1], null>): string {
  if (isList(value)) return value.map((one) => element(MEMBERS[name] ?? name, one)).join('');
  if (typeof value !== 'object') return escaped(String(value));
  return Object.entries(value)
    .map(([key, child]) => element(key, child))
    .join('');
}

function isList(value: unknown): value is readonly (Leaf | Open311Record)[] {
  return Array.isArray(value);
}

/** XML 1.0 has no place for most control characters and for the two non-characters, escaped or not. */
const UNWRITABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function escaped(text: string): string {
  return text
    .replace(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
