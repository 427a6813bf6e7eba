/**
 * Folds text for searching: “Đất đai” and “dat dai” become the same.
 * `đ` has no decomposition in Unicode, so it is mapped by hand (NFD alone leaves it).
 * @returns lower-case text without marks, blanks collapsed.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** @returns the folded words of a question, punctuation dropped; empty for a question without letters or digits. */
export function foldWords(question: string): string[] {
  return fold(question).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Nobody asks for more; SQLite refuses patterns beyond its limit, and every row costs as much as the question is long. */
const LONGEST_QUESTION = 1_000;

/** @returns the part of a question that is searched for, whatever was sent: a form at fault is answered as well. */
export function bounded(question: string): string {
  return question.slice(0, LONGEST_QUESTION);
}
