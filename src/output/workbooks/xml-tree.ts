/** A parsed XML part, walked by the local names of its elements. */
import { assert } from '../../problem.js';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';

/** The DOM's number for elements. */
const ELEMENT = 1;

/** The elements inside one, in order. */
export function children(parent: XMLBuilder): XMLBuilder[] {
  const found: XMLBuilder[] = [];
  parent.each((child) => {
    if ((child.node.nodeType as number) === ELEMENT) found.push(child);
  });
  return found;
}

export function withName(parent: XMLBuilder, name: string): XMLBuilder[] {
  return children(parent).filter(({ node }) => node.nodeName.replace(/^.*:/, '') === name);
}

/** The first child of that name, which a whole part has. */
export function childNamed(parent: XMLBuilder, name: string): XMLBuilder {
  const [found] = withName(parent, name);
  assert(found !== undefined, `the part has an element ${name}`);
  return found;
}

export function attribute({ node }: XMLBuilder, name: string): string | undefined {
  const element = node as unknown as { getAttribute: (name: string) => string | null };
  return element.getAttribute(name) ?? undefined;
}

export function textOf({ node }: XMLBuilder): string {
  return node.textContent ?? '';
}
