import type { PublishedQuestion } from '../../src/publication/published-question.js';
import { PublishedQuery } from '../../src/publication/published.query.js';
import type { PublishedHouse } from './published-house.js';

/** Walks a list to its end and back again. @returns the public numbers, in the order in which they were shown. */
export async function walkThrough(
  house: PublishedHouse,
  question: PublishedQuestion,
  limit: number,
): Promise<{ forth: number[]; back: number[] }> {
  const query = house.office.product.app.get(PublishedQuery);
  const [forth, back]: [number[], number[]] = [[], []];
  let page = await query.page(question, {}, limit);
  forth.push(...page.rows.map(({ number }) => number));
  while (page.next !== null) {
    page = await query.page(question, { after: page.next }, limit);
    forth.push(...page.rows.map(({ number }) => number));
  }
  while (page.previous !== null) {
    page = await query.page(question, { before: page.previous }, limit);
    back.push(...page.rows.map(({ number }) => number).reverse());
  }
  return { forth, back };
}
