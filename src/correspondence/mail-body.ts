/** A run of text, or a link to a page of ours. */
export interface Piece {
  readonly text: string;
  readonly href: string | null;
}

/** One block of a letter: exactly one of `lines`, `items` and `button` is set. */
export interface MailBlock {
  readonly lines: readonly (readonly Piece[])[] | null;
  readonly items: readonly (readonly Piece[])[] | null;
  /** A page of ours, to be opened by a button. */
  readonly button: string | null;
  readonly lang: 'en' | null;
}

const ITEM = /^- /;
const ENGLISH = /^English: /;
const NOTHING = { lines: null, items: null, button: null, lang: null };

/**
 * The HTML part says what the text part says. An empty line parts paragraphs, lines that begin with `- ` are a list, a
 * page of ours that stands alone is a button, and a paragraph that begins with `English:` is marked as such.
 * @param ours the beginning of our addresses: no other becomes a link, whatever somebody wrote into a reason.
 */
export function blocksOf(body: string, ours: string): MailBlock[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => blocksOfParagraph(paragraph, ours));
}

function blocksOfParagraph(paragraph: string, ours: string): MailBlock[] {
  if (isOurs(paragraph, ours)) return [{ ...NOTHING, button: paragraph }];
  const blocks: { list: boolean; lines: string[] }[] = [];
  for (const line of paragraph.split('\n')) {
    const list = ITEM.test(line);
    const last = blocks.at(-1);
    if (last?.list === list) last.lines.push(line);
    else blocks.push({ list, lines: [line] });
  }
  return blocks.map(({ list, lines }) => {
    const pieces = lines.map((line) => piecesOf(line.replace(list ? ITEM : /^/, ''), ours));
    const lang = ENGLISH.test(paragraph) ? ('en' as const) : null;
    return list ? { ...NOTHING, items: pieces } : { ...NOTHING, lines: pieces, lang };
  });
}

/** @returns the text cut into what is a link and what is not. */
export function piecesOf(line: string, ours: string): Piece[] {
  return line
    .split(/(https?:\/\/[^\s<>"]+)/)
    .filter((text) => text !== '')
    .map((text) => ({ text, href: isOurs(text, ours) ? text : null }));
}

function isOurs(text: string, ours: string): boolean {
  return /^\S+$/.test(text) && (text === ours || text.startsWith(`${ours}/`));
}
