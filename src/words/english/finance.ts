/** English words for what became of the files for the books. */
export const FINANCE = {
  written: (folder: string, names: readonly string[], isCut: boolean, count: number): string =>
    `${count} ${count === 1 ? 'file' : 'files'} in ${folder}: ${names.join(', ')}${isCut ? ', …' : ''}`,
  refused: 'nothing is written',
  noBatch: (period: string, batch: number): string =>
    `${period} has no batch ${batch}; nothing is written`,
  noProfile:
    'no accounting system is asked for: name some by --finance, or in provider.json; nothing is written',
  taken: (folder: string): string => `${folder} is there already; nothing is written over it`,
};
