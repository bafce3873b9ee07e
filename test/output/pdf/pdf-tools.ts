/** Programs that read PDFs: a test that needs an absent one is skipped, and said so. */
import { execFileSync, spawnSync } from 'node:child_process';

export type PdfTool = 'qpdf' | 'pdffonts' | 'pdfinfo' | 'pdftotext' | 'pdfdetach';

export function isInstalled(tool: PdfTool): boolean {
  const isFound = spawnSync(tool, ['--version']).error === undefined;
  const packageName = tool === 'qpdf' ? 'qpdf' : 'poppler-utils';
  if (!isFound) console.warn(`SKIPPED: ${tool} (Debian: ${packageName}) is not installed`);
  return isFound;
}

/** What a program says to stdout; it throws where the program fails. */
export function say(tool: PdfTool, ...values: readonly string[]): string {
  return execFileSync(tool, values, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What a program says in all, with its warnings, and how it ended. */
export function sayAll(
  tool: PdfTool,
  ...values: readonly string[]
): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(tool, values, { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}
