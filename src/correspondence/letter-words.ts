import Handlebars from 'handlebars';
import { cleanLine } from '../platform/kernel/clean-text.js';
import type { Message } from '../platform/kernel/errors.js';
import type { Facts } from './letters.js';

/** A letter's words with their gaps. */
export interface LetterWords {
  readonly subject: string;
  readonly body: string;
}

const engine = Handlebars.create();
/** Texts, not HTML; no helper but `if`, and no property but those that stand in the facts. */
const OPTIONS = {
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: { if: true, each: false, unless: false, with: false, lookup: false, log: false },
} as CompileOptions;

/** Reads a file of `views/mail`: the subject on the first line, `---`, the body. @throws Error for another shape. */
export function wordsOfFile(source: string): LetterWords {
  const [, subject, body] = /^([^\n]+)\n---\n([\s\S]+)$/.exec(source) ?? [];
  if (!subject || !body) throw new Error('a letter needs a subject, a line of ---, and a body');
  return { subject, body: body.trim() };
}

/**
 * @param allowed the placeholders of this letter.
 * @returns what is wrong with one piece of a letter, said so that an administrator can mend it; null when it is fine.
 */
export function faultOfWords(source: string, allowed: readonly string[]): Message | null {
  if (source.trim() === '') return { key: 'mail.words.empty' };
  let program: hbs.AST.Program;
  try {
    program = engine.parse(source);
  } catch (error) {
    const line = /line (\d+)/.exec((error as Error).message)?.[1] ?? '1';
    return { key: 'mail.words.broken', params: { line: Number(line) } };
  }
  return faultOfProgram(program, new Set(allowed));
}

/** @param words checked by `faultOfWords`. @returns the letter with its gaps filled; the subject is one line. */
export function filled(words: LetterWords, facts: Facts): LetterWords {
  return { subject: cleanLine(fill(words.subject, facts)), body: fill(words.body, facts).trim() };
}

function fill(source: string, facts: Facts): string {
  const context = Object.assign(Object.create(null) as object, facts);
  return engine
    .compile(
      source,
      OPTIONS,
    )(context)
    .replace(/\n{3,}/g, '\n\n');
}

function faultOfProgram(program: hbs.AST.Program, allowed: ReadonlySet<string>): Message | null {
  for (const statement of program.body) {
    const fault = faultOfStatement(statement, allowed);
    if (fault) return fault;
  }
  return null;
}

function faultOfStatement(statement: hbs.AST.Statement, allowed: ReadonlySet<string>): Message | null {
  switch (statement.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return null;
    case 'MustacheStatement': {
      const { path, params, hash } = statement as hbs.AST.MustacheStatement;
      const isPlain = params.length === 0 && !hasPairs(hash);
      return isPlain ? faultOfName(path, allowed) : notAllowed(statement);
    }
    case 'BlockStatement':
      return faultOfBlock(statement as hbs.AST.BlockStatement, allowed);
    default:
      return notAllowed(statement);
  }
}

function faultOfBlock(block: hbs.AST.BlockStatement, allowed: ReadonlySet<string>): Message | null {
  const { path, params, hash, program } = block;
  const [asked] = params;
  const inverse = block.inverse as hbs.AST.Program | undefined;
  if ((path as { original?: unknown }).original !== 'if' || !asked || params.length > 1 || hasPairs(hash))
    return notAllowed(block);
  return (
    faultOfName(asked, allowed) ??
    faultOfProgram(program, allowed) ??
    (inverse ? faultOfProgram(inverse, allowed) : null)
  );
}

function faultOfName(path: hbs.AST.Node, allowed: ReadonlySet<string>): Message | null {
  const { type, parts, data, original } = path as { type: string } & Partial<
    Omit<hbs.AST.PathExpression, 'type'>
  >;
  const name = parts?.length === 1 && type === 'PathExpression' && data !== true ? original : undefined;
  if (name !== undefined && allowed.has(name)) return null;
  return { key: 'mail.words.unknown', params: { name: original?.slice(0, 60) ?? '' } };
}

function hasPairs(hash: hbs.AST.Hash | undefined): boolean {
  return (hash?.pairs.length ?? 0) > 0;
}

function notAllowed({ loc }: hbs.AST.Node): Message {
  return { key: 'mail.words.notAllowed', params: { line: loc.start.line } };
}
