/** Which files of the input folder the sources read, and where their headers stand. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { nearestWord } from '../../words/nearest-word.js';
import { SOURCES_FILE, type Source } from './source.js';
import { problem, type Problem } from '../../problem.js';
import type { FactTableName } from '../tables/fact-schema.js';
import { mapCells, type FileMapping } from './source-cells.js';

/** Every plain file below the input folder, with `/`; links and hidden ones are none of the job's. */
export async function listFiles(inputFolder: string): Promise<string[]> {
  const entries = await readdir(inputFolder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(inputFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.split('/').some((name) => name.startsWith('.')))
    .sort();
}

export interface SourceFile {
  readonly file: string;
  readonly source: Source;
}

/** The files that feed a table; none that two sources read, since each row would be billed twice. */
export function findSourceFiles(
  files: readonly string[],
  sources: readonly Source[],
  table: FactTableName,
): { files: SourceFile[]; problems: Problem[] } {
  const found = sources
    .filter((source) => source.table === table)
    .map((source) => ({ source, matched: files.filter(matcher(source.files)) }));
  const readers = new Map<string, Source[]>();
  for (const { source, matched } of found) {
    for (const file of matched) readers.set(file, [...(readers.get(file) ?? []), source]);
  }
  const unmatched = found.filter(({ matched }) => matched.length === 0);
  const doubled = [...readers].filter(([, by]) => by.length > 1);
  return {
    files: [...readers].flatMap(([file, [source]]) => (source ? [{ file, source }] : [])),
    problems: [
      ...unmatched.map(({ source }) => unmatchedProblem(source, files)),
      ...doubled.map(([file, by]) => doubledProblem(file, by)),
    ],
  };
}

/** A glob; a name that holds glob characters of its own matches itself too. */
function matcher(glob: string): (file: string) => boolean {
  const wanted = glob.normalize().replace(/^\.\//, '');
  const matches = picomatch(wanted);
  return (file) => file.normalize() === wanted || matches(file.normalize());
}

function unmatchedProblem({ files: glob, position }: Source, files: readonly string[]): Problem {
  return problem(
    'source-unmatched',
    { file: SOURCES_FILE, record: position, column: 'files' },
    { glob, nearest: nearestWord(glob, files) },
  );
}

function doubledProblem(file: string, readers: readonly Source[]): Problem {
  const positions = readers.map(({ position }) => String(position));
  return problem('source-doubled', { file }, { positions });
}

/** Where the mapping of a source meets the header of a file, or what the file lacks. */
export function mapHeader(
  file: string,
  source: Source,
  header: readonly string[],
): { mapping: FileMapping | null; problems: Problem[] } {
  const headerOf = (name: string): string => source.columns[name] ?? name;
  const at = (name: string): number => header.indexOf(headerOf(name).trim());
  const skipped = [...source.skipWhereBlank, ...source.skipWhereZero].map(headerOf);
  const named = new Set([...Object.values(source.columns), ...skipped]);
  const problems = [...named].flatMap((name) => headerFault(file, source, name, header));
  return { mapping: problems.length > 0 ? null : mapCells(source, header, at), problems };
}

function headerFault(
  file: string,
  source: Source,
  name: string,
  header: readonly string[],
): Problem[] {
  const times = header.filter((other) => other === name).length;
  if (times === 1) return [];
  const place = { file, column: name };
  const { position, skipLines } = source;
  if (times > 1) {
    return [problem('column-doubled', place, { case: 'source', position, times })];
  }
  const names = header.filter((other) => other !== '');
  return [
    problem('column-missing', place, {
      case: 'source',
      position,
      headerLine: skipLines + 1,
      header: names,
      nearest: nearestWord(name, names),
    }),
  ];
}
