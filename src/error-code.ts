/** What the operating system answers where a call fails. */

/** Such as `ENOENT`; null for an error that is none of the operating system's. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
