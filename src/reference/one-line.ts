/** Whether a text has no line end, whichever Unicode knows. */
export function isOneLine(text: string): boolean {
  return !/[\n\v\f\r\u0085\u2028\u2029]/.test(text);
}
