import { cleanLine } from '../kernel/clean-text.js';

/** Characters; with the ending. */
const LONGEST = 120;
/** What separates folders, or means something to one system or another. */
const FORBIDDEN = /[\\/:*?"<>|%]/g;

/**
 * A sender's name for a file, safe to show and to save under: NFC, one line, without folders, control and bidi
 * characters, points at its edges; shortened in front of its ending.
 * @returns never empty
 */
export function cleanFileName(sent: string): string {
  const last = cleanLine(sent).split(/[\\/]/).at(-1) ?? '';
  const bare = cleanLine(last.replace(FORBIDDEN, '_')).replace(/^[.\s]+|[.\s]+$/g, '');
  const point = bare.lastIndexOf('.');
  const [stem, ending] = point > 0 ? [bare.slice(0, point).trimEnd(), bare.slice(point)] : [bare, ''];
  const kept = Array.from(stem)
    .slice(0, LONGEST - Math.min(ending.length, 20))
    .join('');
  return `${kept === '' ? 'tep' : kept}${ending.slice(0, 20)}`;
}
