/** The name under which a person files a document. */
import type { Document } from '../../documents/document.js';

const EXTENSION = '.pdf';
const CHARACTERS_MAX = 120;
/** What the usual file systems allow. */
const BYTES_MAX = 255;
/** Path separators, what Windows forbids, controls and invisible marks. */
const UNSAFE = /[\\/:*?"<>|\p{C}]/gu;

/**
 * `INV-202610-000012 杭州某某.pdf`: no character that a file system forbids, at most 120 characters and
 * 255 bytes, no blank or dot before the extension. It begins with the number, so that it is never
 * one of the names that Windows reserves, and no two are the same.
 */
export function attachmentName({ number, merchant }: Document): string {
  const named = `${number} ${merchant.name}`.normalize('NFC').replace(UNSAFE, '_');
  return withoutTail(cut(named.replace(/\s+/gu, ' '))) + EXTENSION;
}

function cut(name: string): string {
  let kept = '';
  let characters = EXTENSION.length;
  for (const character of Array.from(name)) {
    const bytes = Buffer.byteLength(kept + character) + EXTENSION.length;
    if (characters === CHARACTERS_MAX || bytes > BYTES_MAX) break;
    kept += character;
    characters += 1;
  }
  return kept;
}

function withoutTail(name: string): string {
  return name.replace(/[. ]+$/u, '');
}
