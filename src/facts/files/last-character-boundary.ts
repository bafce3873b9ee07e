/** Where the last whole character of UTF-8 ends: a piece of a text may end within one. */
export function lastCharacterBoundary(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (width > 1) return width > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
