/** Where the objects of one element of a list begin in the file, from line 1. */
export interface ElementLines {
  readonly line: number;
  /** The lines of the objects inside the lists of this element, in order. */
  readonly nested: readonly number[];
}

/**
 * Reads along with a JSON parser and notes on which lines objects begin, because a parser does not tell. The text
 * is a list of objects that may hold lists of objects; feed it before the parser, take one entry an element.
 */
export class JsonObjectLines {
  private readonly elements: { line: number; nested: number[] }[] = [];
  private readonly open: ('{' | '[')[] = [];
  private line = 1;
  private inText = false;
  private escaped = false;

  feed(text: string): void {
    for (const character of text) {
      if (character === '\n') this.line++;
      if (this.inText) this.readText(character);
      else this.readStructure(character);
    }
  }

  /** @returns the lines of the next element, in the order of the file. */
  take(): ElementLines {
    return this.elements.shift() ?? { line: this.line, nested: [] };
  }

  /** @returns the line reached, and whether something is still open there. */
  position(): { line: number; unfinished: boolean } {
    return { line: this.line, unfinished: this.inText || this.open.length > 0 };
  }

  private readText(character: string): void {
    if (this.escaped) this.escaped = false;
    else if (character === '\\') this.escaped = true;
    else if (character === '"') this.inText = false;
  }

  private readStructure(character: string): void {
    if (character === '"') this.inText = true;
    else if (character === '[') this.open.push('[');
    else if (character === '{') this.begin();
    else if (character === ']' || character === '}') this.open.pop();
  }

  private begin(): void {
    const inList = this.open.at(-1) === '[';
    if (inList && this.open.length === 1) this.elements.push({ line: this.line, nested: [] });
    else if (inList && this.open.length === 3) this.elements.at(-1)?.nested.push(this.line);
    this.open.push('{');
  }
}
