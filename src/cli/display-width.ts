/** How wide text is on a terminal, where a Chinese character takes two columns. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

export function displayWidth(text: string): number {
  return Array.from(text).reduce((total, one) => total + (WIDE.test(one) ? 2 : 1), 0);
}

/** The text, and blanks behind it up to a width. */
export function paddedTo(width: number, text: string): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
