/** What of a text is a sentence of one language, to be found where the other is spoken. */

/** Two words of plain letters, the second in small ones: neither a name, nor a command, nor a key. */
const ENGLISH = /(?<![\w./<-])[A-Za-z]+ [a-z]+(?![\w./-])/g;
const CHINESE = /\p{Script=Han}+/gu;
/** What stands in quotes is data. */
const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/**
 * > `缺少 amount 列，file is missing` → `file is`.
 * > `请运行 kefu-billing run 2026-10` → none.
 */
export function englishIn(text: string): string[] {
  return text.replace(QUOTED, '').match(ENGLISH) ?? [];
}

/** > `the file 缺少` → `缺少`. */
export function chineseIn(text: string): string[] {
  return text.replace(QUOTED, '').match(CHINESE) ?? [];
}
