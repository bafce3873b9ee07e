/**
 * Typst's compiler, fetched into a folder of its own on first use: its 51 MB are needed for one comparison,
 * which no `npm ci` has to carry.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';
const VERSION = '0.7.0';

/** What is used of the package. */
interface Compiler {
  mapShadow(path: string, content: Buffer): void;
  compile(main: { readonly mainFileContent: string }): {
    readonly result: object | null;
    takeError(): object | null;
  };
  fetchDiagnostics(error: object): unknown[];
  pdf(compiled: object, options: { readonly pdfStandard: string }): Buffer;
  evictCache(ageMax: number): void;
}

interface Package {
  readonly NodeCompiler: {
    create(options: {
      readonly workspace: string;
      readonly fontArgs: readonly { readonly fontBlobs: readonly Buffer[] }[];
    }): Compiler;
  };
}

/** Draws markup as PDF/A-3a, tagged, in one process that has its fonts loaded. */
export class Typst {
  private readonly compiler: Compiler;

  /** `folder`: where the template lies, and in name the files that are attached. */
  constructor(private readonly folder: string) {
    const fontBlobs = ['400Regular/NotoSansSC_400Regular', '700Bold/NotoSansSC_700Bold'].map(
      (file) => readFileSync(resolved(`@expo-google-fonts/noto-sans-sc/${file}.ttf`)),
    );
    const { NodeCompiler } = fetched();
    this.compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
  }

  draw(markup: string, attached: { readonly name: string; readonly content: string }): Buffer {
    this.compiler.mapShadow(join(this.folder, attached.name), Buffer.from(attached.content));
    const compiled = this.compiler.compile({ mainFileContent: markup });
    const { result } = compiled;
    if (result !== null) return this.compiler.pdf(result, { pdfStandard: 'a-3a' });
    const error = compiled.takeError();
    const found = error === null ? [] : this.compiler.fetchDiagnostics(error);
    throw new Error(JSON.stringify(found));
  }

  /** What it knows of documents, which would otherwise be known when they come again. */
  forget(): void {
    this.compiler.evictCache(0);
  }
}

const resolved = createRequire(import.meta.url).resolve;

function fetched(): Package {
  const folder = join(tmpdir(), `kefu-billing-bench-typst-${VERSION}`);
  if (!existsSync(join(folder, 'node_modules', PACKAGE))) {
    mkdirSync(folder, { recursive: true });
    const quiet = ['--no-save', '--no-audit', '--no-fund', '--loglevel', 'error'];
    execFileSync('npm', ['install', ...quiet, '--prefix', folder, `${PACKAGE}@${VERSION}`]);
  }
  return createRequire(join(folder, 'here.js'))(PACKAGE) as Package;
}
