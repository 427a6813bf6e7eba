import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import streamJson from 'stream-json';
import streamArrays from 'stream-json/streamers/StreamArray.js';
import { UsageError } from '../platform/kernel/errors.js';
import { readText } from '../platform/storage/text-file.js';
import { type ElementLines, JsonObjectLines } from './json-object-lines.js';

/**
 * Reads a JSON list from a file, element by element, never the whole file at once.
 * @param each called in order, and waited for; gets the lines on which the element's objects begin.
 * @throws UsageError in one line when the file is not a whole JSON list; what `each` throws, as it is.
 */
export async function readJsonList(
  path: string,
  each: (element: unknown, lines: ElementLines) => Promise<void> | void,
): Promise<void> {
  const lines = new JsonObjectLines();
  const source = Readable.from(fedTo(lines, readText(path)));
  let failure: Error | undefined;
  try {
    await pipeline(
      source,
      streamJson.parser(),
      streamArrays.streamArray(),
      async (elements: AsyncIterable<{ value: unknown }>) => {
        for await (const { value } of elements) {
          await Promise.resolve(each(value, lines.take())).catch((error: unknown) => {
            failure = error instanceof Error ? error : new Error(String(error));
            throw error;
          });
        }
      },
    );
  } catch (error) {
    throw failure ?? asUsage(path, lines, error);
  }
  if (lines.position().unfinished) throw cutOff(path, lines);
}

/** The same as a sequence: whoever reads it may stop. @throws UsageError as above. */
export async function* jsonListOf(path: string): AsyncGenerator<{ value: unknown; lines: ElementLines }> {
  const lines = new JsonObjectLines();
  const source = Readable.from(fedTo(lines, readText(path)));
  // The library's own types know nothing of composing.
  const parsed = source.compose(streamJson.parser()) as unknown as Readable;
  const elements = parsed.compose(streamArrays.streamArray()) as unknown as AsyncIterable<{ value: unknown }>;
  try {
    for await (const { value } of elements) yield { value, lines: lines.take() };
  } catch (error) {
    throw asUsage(path, lines, error);
  }
  if (lines.position().unfinished) throw cutOff(path, lines);
}

async function* fedTo(lines: JsonObjectLines, texts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const text of texts) {
    lines.feed(text);
    yield text;
  }
}

function asUsage(path: string, lines: JsonObjectLines, error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  const reason = error instanceof Error ? error.message : '';
  if (reason.includes('should be an array'))
    return new UsageError(`${path} is JSON, but not a list of objects`);
  if (lines.position().unfinished && reason.includes('expected')) {
    return new UsageError(`${path} is not JSON, or is cut off, before line ${lines.position().line}`);
  }
  return new UsageError(`${path} is not JSON`);
}

function cutOff(path: string, lines: JsonObjectLines): UsageError {
  return new UsageError(`${path} is cut off in line ${lines.position().line}`);
}
