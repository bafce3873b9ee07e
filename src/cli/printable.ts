/** Text from files, made harmless for a terminal. */

/** What moves the cursor, colours, breaks the line, hides, or turns the direction of the text; emoji are joined. */
const HARMFUL = /(?!\u200D)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu;

/** On one line, with every harmful character as its code, and cut where it is longer. */
export function printable(text: string, charactersMax: number): string {
  const characters = Array.from(text);
  const cut = characters.length > charactersMax;
  const kept = cut ? `${characters.slice(0, charactersMax - 1).join('')}…` : text;
  return kept.replace(HARMFUL, (one) => `<U+${hex(one)}>`);
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
