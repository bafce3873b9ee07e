/** The plain text of a string item (`si`, `is`): its runs joined, without phonetic guides. */
import type { XmlHandler, XmlElement } from './xml-elements.js';

/** A spreadsheet takes 32,767; more than this is refused before it fills the memory. */
const CHARACTERS_MAX = 1 << 20;

/** Excel writes what XML forbids as `_x000D_`, and a real `_x000D_` as `_x005F_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Collects the text of one item after another. */
export class RichText implements XmlHandler {
  private collected = '';
  private isInText = false;
  private phoneticDepth = 0;

  opened({ name }: XmlElement): void {
    if (name === 'rPh') this.phoneticDepth++;
    else if (name === 't') this.isInText = this.phoneticDepth === 0;
  }

  text(text: string): void {
    if (!this.isInText) return;
    this.collected += text;
    if (this.collected.length > CHARACTERS_MAX) throw new Error('a cell of more than 1 MiB');
  }

  closed(name: string): void {
    if (name === 'rPh') this.phoneticDepth--;
    else if (name === 't') this.isInText = false;
  }

  /** The text since the last call. */
  take(): string {
    const text = unescaped(this.collected);
    this.collected = '';
    return text;
  }
}
