/** The program with some of its files changed: compiled without writing it, or laid into a folder and run. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

/** Texts by path below the project's folder. */
export type Overlay = ReadonlyMap<string, string>;

/** Files that do not change from one overlay to the next are parsed once. */
const parsed = new Map<string, ts.SourceFile>();

/** What is wrong with src for the compiler, by file. */
export function typeErrors(overlay: Overlay): Map<string, string[]> {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ) as { config: object };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const textOf = (path: string): string | undefined => overlay.get(relative(ROOT, path));
  const program = ts.createProgram({
    rootNames: withAdded(fileNames, overlay),
    options: { ...options, noEmit: true },
    host: {
      ...host,
      fileExists: (path) => textOf(path) !== undefined || host.fileExists(path),
      readFile: (path) => textOf(path) ?? host.readFile(path),
      getSourceFile: (path, target) => {
        const text = textOf(path);
        if (text !== undefined) return ts.createSourceFile(path, text, target);
        const known = parsed.get(path) ?? host.getSourceFile(path, target);
        if (known !== undefined) parsed.set(path, known);
        return known;
      },
    },
  });
  const found = new Map<string, string[]>();
  for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
    const path = file === undefined ? '' : relative(ROOT, file.fileName);
    const message = ts.flattenDiagnosticMessageText(messageText, ' ');
    found.set(path, [...(found.get(path) ?? []), message]);
  }
  return found;
}

function withAdded(files: readonly string[], overlay: Overlay): string[] {
  const added = [...overlay.keys()].filter((path) => /^src\/.*\.ts$/.test(path));
  return [...new Set([...files, ...added.map((path) => join(ROOT, path))])];
}

/** What a run of the program needs, and what its plans are asked for. */
const NEEDED = ['package.json', 'src', 'fixtures/scenario.ts', 'fixtures/plans', 'docs'];
const NEEDED_OF_TESTS = ['test/support/plan-walk.ts', 'test/run/run-demo.ts'];

/** Lays the program with its changes into an empty folder. */
export function layOverlay(overlay: Overlay, folder: string): void {
  for (const path of [...NEEDED, ...NEEDED_OF_TESTS])
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of overlay) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What the walk over the plans of a laid program says of one of them. */
export async function walkOf(folder: string, plan: string): Promise<string[]> {
  const program = ['--import', 'tsx', 'test/support/plan-walk.ts', plan];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: folder });
  return JSON.parse(stdout) as string[];
}

/** The text of a file of the project; blank where there is none. */
export function projectText(path: string): string {
  return existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '';
}
