/** What a page says: tables as the text of their cells. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

export function textOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The rows of the section with an id: the text of each cell. */
export function rowsOf(html: string, id: string): string[][] {
  const section = html.split('<section ').find((part) => part.includes(`<h2 id="${id}"`)) ?? '';
  const rows = section.match(/<tr role="row"[\s\S]*?<\/tr>/g) ?? [];
  return rows.map((row) => (row.match(/<t[hd] [\s\S]*?<\/t[hd]>/g) ?? []).map(textOf));
}
