/** The structure of a PDF: what a program says aloud to who does not look. */
import { say } from './pdf-tools.js';

/** What a PDF says, from its structure: an element, what it contains, and its text. */
export interface StructureElement {
  readonly tag: string;
  readonly children: readonly StructureElement[];
  readonly text: string;
}

interface OpenElement {
  readonly tag: string;
  readonly depth: number;
  readonly children: OpenElement[];
  text: string;
}

/** The structure as `pdfinfo -struct-text` prints it: by indentation, texts in quotes. */
export function structureOf(pdf: string): StructureElement {
  const root: OpenElement = { tag: '', depth: -1, children: [], text: '' };
  const open = [root];
  for (const line of say('pdfinfo', '-struct-text', pdf).split('\n')) {
    const [, blanks = '', content = ''] = /^( *)(.*)$/.exec(line) ?? [];
    if (content === '' || content.startsWith('/')) continue;
    while ((open.at(-1)?.depth ?? -1) >= blanks.length) open.pop();
    const parent = open.at(-1) ?? root;
    if (content.startsWith('"')) {
      parent.text += content.slice(1, -1);
      continue;
    }
    const element = {
      tag: /^\w+/.exec(content)?.[0] ?? '',
      depth: blanks.length,
      children: [],
      text: '',
    };
    parent.children.push(element);
    open.push(element);
  }
  return root;
}

export function findAll(element: StructureElement, tag: string): StructureElement[] {
  const inside = element.children.flatMap((child) => findAll(child, tag));
  return element.tag === tag ? [element, ...inside] : inside;
}

/** All that an element says, in order. */
export function textOf({ text, children }: StructureElement): string {
  return text + children.map(textOf).join('');
}
