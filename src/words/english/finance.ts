/** English words for what became of the files for the books. */
import { counted } from './phrases.js';

export const FINANCE = {
  /** The first names of the files, and how many there are. */
  written: (folder: string, names: readonly string[], files: number): string =>
    `${counted(files, 'file')} in ${folder}: ${names.join(', ')}${files > names.length ? ', …' : ''}`,
  refused: 'nothing is written',
  noBatch: (period: string, batch: number): string =>
    `${period} has no batch ${batch}; nothing is written`,
  noProfile:
    'no accounting system is asked for: name some by --finance, or in provider.json; nothing is written',
  taken: (folder: string): string => `${folder} is there already; nothing is written over it`,
};
