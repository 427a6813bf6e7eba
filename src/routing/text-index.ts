import { decidingPhrases } from './deciding-phrases.js';
import { type Terms, termsOf } from './text-terms.js';

/** A text to be found: `title` weighs more than `body`. */
export interface IndexedText {
  readonly id: number;
  readonly title: string;
  readonly body: string;
}

export interface Ranked {
  readonly id: number;
  readonly score: number;
  /** What of the question decided, strongest first, as it was written there. */
  readonly words: readonly string[];
}

/** BM25's usual constants: how soon repeats stop counting, and how much long texts are held back. */
const SATURATION = 1.2;
const LENGTH = 0.75;
/** A term of the title counts as so many of the body. */
const TITLE = 3;
/** A question of ten thousand letters is asked with its rarest terms. */
const ASKED = 400;

interface Asked {
  readonly folded: string;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

interface Posting {
  readonly texts: number[];
  readonly counts: number[];
}

/** Takes texts one by one, so that whoever fills it can let others go first in between. */
export class TextIndexBuilder {
  private readonly ids: number[] = [];
  private readonly lengths: number[] = [];
  private readonly postings = new Map<string, Posting>();

  add({ id, title, body }: IndexedText): void {
    const counts = new Map<string, number>();
    let length = 0;
    for (const [text, weight] of [
      [title, TITLE],
      [body, 1],
    ] as const) {
      for (const { folded } of termsOf(text).terms) {
        counts.set(folded, (counts.get(folded) ?? 0) + weight);
        length += weight;
      }
    }
    const at = this.ids.push(id) - 1;
    this.lengths.push(length);
    for (const [term, count] of counts) {
      const posting = this.postings.get(term);
      if (posting) {
        posting.texts.push(at);
        posting.counts.push(count);
      } else this.postings.set(term, { texts: [at], counts: [count] });
    }
  }

  build(): TextIndex {
    return new TextIndex(this.ids, this.lengths, this.postings);
  }
}

/** A full-text index in memory: BM25 over syllables and their pairs, folded, so that marks need not be typed. */
export class TextIndex {
  private readonly terms = new Map<string, number>();
  private readonly ends: Uint32Array;
  private readonly texts: Uint32Array;
  private readonly counts: Uint16Array;
  /** How much a text's length holds it back. */
  private readonly drags: Float32Array;

  constructor(
    private readonly ids: readonly number[],
    lengths: readonly number[],
    postings: ReadonlyMap<string, Posting>,
  ) {
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
    this.drags = Float32Array.from(
      lengths,
      (length) => SATURATION * (1 - LENGTH + (LENGTH * length) / average),
    );
    let size = 0;
    for (const { texts } of postings.values()) size += texts.length;
    this.texts = new Uint32Array(size);
    this.counts = new Uint16Array(size);
    this.ends = new Uint32Array(postings.size);
    let at = 0;
    let term = 0;
    for (const [name, posting] of postings) {
      this.terms.set(name, term);
      this.texts.set(posting.texts, at);
      this.counts.set(posting.counts, at);
      at += posting.texts.length;
      this.ends[term++] = at;
    }
  }

  get size(): number {
    return this.ids.length;
  }

  /** @returns the texts that have most to do with the question, best first; none where nothing of it is known. */
  rank(question: string, limit: number): Ranked[] {
    const read = termsOf(question);
    const asked = this.asked(read);
    const scores = new Float32Array(this.ids.length);
    for (const { from, to, weight } of asked)
      for (let at = from; at < to; at++) {
        const text = this.texts[at] ?? 0;
        scores[text] = (scores[text] ?? 0) + weight * this.saturated(text, at);
      }
    const best: number[] = [];
    for (const [text, score] of scores.entries()) {
      if (score === 0 || (best.length === limit && score <= (scores[best.at(-1) ?? 0] ?? 0))) continue;
      const place = best.findIndex((other) => (scores[other] ?? 0) < score);
      best.splice(place === -1 ? best.length : place, 0, text);
      if (best.length > limit) best.pop();
    }
    return best.map((text) => ({
      id: this.ids[text] ?? 0,
      score: scores[text] ?? 0,
      words: decidingPhrases(read, this.added(asked, text)),
    }));
  }

  /** The question's terms that the index knows, each once, rarest first. */
  private asked({ terms }: Terms): Asked[] {
    return [...new Set(terms.map(({ folded }) => folded))]
      .flatMap((folded) => {
        const term = this.terms.get(folded);
        if (term === undefined) return [];
        const [from, to] = [term === 0 ? 0 : (this.ends[term - 1] ?? 0), this.ends[term] ?? 0];
        const weight = Math.log(1 + (this.ids.length - (to - from) + 0.5) / (to - from + 0.5));
        return [{ folded, from, to, weight }];
      })
      .sort((a, b) => b.weight - a.weight)
      .slice(0, ASKED);
  }

  private saturated(text: number, at: number): number {
    const count = this.counts[at] ?? 0;
    return (count * (SATURATION + 1)) / (count + (this.drags[text] ?? SATURATION));
  }

  /** How much each term added to the text's score. */
  private added(asked: readonly Asked[], text: number): Map<string, number> {
    const added = asked.flatMap(({ folded, from, to, weight }): [string, number][] => {
      const at = this.texts.subarray(from, to).indexOf(text);
      return at === -1 ? [] : [[folded, weight * this.saturated(text, from + at)]];
    });
    return new Map(added);
  }
}
