/** JSON text → its value, or the line and column where it breaks. A key that occurs twice is a break too. */
import { errorMessage } from '../error-message.js';
import type { JsonFault } from '../problem-faults.js';

export function parseJson(
  text: string,
): { readonly value: unknown } | { readonly fault: JsonFault } {
  try {
    const value = JSON.parse(text) as unknown;
    const repeated = repeatedKey(text);
    if (repeated === null) return { value };
    return { fault: { ...placeOf(text, repeated.position), repeatedKey: repeated.key } };
  } catch (error) {
    const message = errorMessage(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    return { fault: { ...placeOf(text, Number(position ?? text.length)), repeatedKey: null } };
  }
}

function placeOf(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position);
  return {
    line: before.split('\n').length,
    column: before.length - before.lastIndexOf('\n'),
  };
}

/** Of two equal keys the language keeps the last without a word. The text is known to be sound. */
function repeatedKey(text: string): { key: string; position: number } | null {
  const objects: Set<string>[] = [];
  for (const { 0: token, 1: key, index } of text.matchAll(
    /("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g,
  )) {
    if (token === '{') objects.push(new Set());
    else if (token === '}') objects.pop();
    if (key === undefined) continue;
    const name = JSON.parse(key) as string;
    const names = objects.at(-1);
    if (names?.has(name)) return { key, position: index };
    names?.add(name);
  }
  return null;
}
