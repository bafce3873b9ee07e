/** Text as it stands in a workbook's XML. */
const SPECIAL: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Text for XML: what XML forbids is written as Excel writes it (`_x000B_`), and what looks like that is
 * protected from being read so.
 */
export function xmlText(text: string): string {
  return escapedControls(text).replace(/[&<>"]/g, (character) => SPECIAL[character] ?? character);
}

/** The same for writers that escape the markup by themselves. */
export function escapedControls(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/g, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase();
      return `_x${code.padStart(4, '0')}_`;
    });
}
