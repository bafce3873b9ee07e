/** The pages on input list the Chinese names of columns and words as the program has them. */
import { join } from 'node:path';
import { it } from 'vitest';
import { expectMade } from './made-parts.js';
import { closedLists, columnNames } from './table-words-page.js';

const DOCS = join(import.meta.dirname, '../../docs');

it('docs/inputs.md', () => {
  expectMade(join(DOCS, 'inputs.md'), {
    'closed lists': closedLists(['column', 'words']),
    columns: columnNames(['table', 'columns']),
  });
});

it('docs/zh-CN/inputs.md', () => {
  expectMade(join(DOCS, 'zh-CN/inputs.md'), {
    'closed lists': closedLists(['列', '取值']),
    columns: columnNames(['表', '列']),
  });
});
