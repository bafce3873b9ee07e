/** The text of a file of XML. */
import { create } from 'xmlbuilder2';
import type { XmlElement } from './xml-file.js';

const DECLARATION = { version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' } as const;

export function xmlText(content: XmlElement): string {
  return create(DECLARATION, content).end({ prettyPrint: true });
}
