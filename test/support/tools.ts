/** Programs that some tests need beside Node. */
import { spawnSync } from 'node:child_process';

/** Which of Debian's packages brings each program. */
const PACKAGES = {
  chromium: 'chromium',
  pdfdetach: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
  'redis-server': 'redis-server',
  soffice: 'libreoffice-calc',
} as const;

export type Tool = keyof typeof PACKAGES;

/** Where a program is; nothing where it is not. */
export function pathOf(tool: Tool): string {
  return spawnSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim();
}

/**
 * Whether a program is there. Where it is not, the tests that need it are skipped, and a line says so;
 * in CI they fail.
 */
export function isInstalled(tool: Tool): boolean {
  if (pathOf(tool) !== '') return true;
  const absent = `${tool} is not installed (Debian: ${PACKAGES[tool]})`;
  if (process.env['CI'] === 'true') throw new Error(absent);
  console.warn(`SKIPPED: ${absent}`);
  return false;
}
