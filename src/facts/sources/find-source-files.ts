/** Which files of the input folder the sources read. */
import picomatch from 'picomatch';
import { groupBy } from '../../group-by.js';
import { nearestWord } from '../../words/nearest-word.js';
import { problem, type Problem } from '../../problem.js';
import type { FactTableName } from '../fact-tables.js';
import { SOURCES_FILE, type Source } from './source.js';

/** A file of the input folder, and the source that reads it. */
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
  const readings = found.flatMap(({ source, matched }) =>
    matched.map((file) => ({ file, source })),
  );
  const byFile = [...groupBy(readings, ({ file }) => file)];
  const unmatched = found.filter(({ matched }) => matched.length === 0);
  const doubled = byFile.filter(([, of]) => of.length > 1);
  return {
    files: byFile.map(([, [first]]) => first),
    problems: [
      ...unmatched.map(({ source }) => unmatchedProblem(source, files)),
      ...doubled.map(([file, of]) => doubledProblem(file, of)),
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

function doubledProblem(file: string, readings: readonly SourceFile[]): Problem {
  const positions = readings.map(({ source }) => String(source.position));
  return problem('source-doubled', { file }, { positions });
}
