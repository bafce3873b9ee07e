/** What is timed: whole processes, each from its start to its end. */
import { join } from 'node:path';
import type { Program } from './program.js';

export interface Stage {
  readonly name: string;
  /** What the stage goes through, per second. */
  readonly unit: 'orders' | 'documents' | null;
  /** How many it goes through, where that is not the month's. */
  readonly items?: number;
  readonly command: (program: Program, folders: Folders) => readonly string[];
}

export interface Folders {
  readonly input: string;
  readonly output: string;
}

const DEMO_DOCUMENTS = 19;
/** How often they are drawn. */
const ROUNDS = 100;

const run: Stage['command'] = ({ main }, { input, output }) => [
  main,
  ...['run', '2026-10', '--quiet', '--input', input, '--output', output],
];

function typescript(name: string, { root }: Program, ...args: string[]): string[] {
  return ['--import', 'tsx', join(root, `test/bench/stages/${name}.ts`), ...args];
}

/** What does not depend on the size of a month. */
export const SINGLE_STAGES: readonly Stage[] = [
  { name: 'help', unit: null, command: ({ main }) => [main, '--help'] },
  {
    name: 'demo month',
    unit: null,
    command: (program, { output }) =>
      run(program, { input: join(program.root, 'fixtures/demo/input'), output }),
  },
  {
    name: 'pdf',
    unit: 'documents',
    items: ROUNDS * DEMO_DOCUMENTS,
    command: (program) => typescript('pdf', program, String(ROUNDS)),
  },
];

/** A rerun finds what the run has published. */
export const MONTH_STAGES: readonly Stage[] = [
  {
    name: 'bare aggregate',
    unit: 'orders',
    command: (program, { input }) => typescript('bare', program, input),
  },
  {
    name: 'usage',
    unit: 'orders',
    command: (program, { input }) => typescript('usage', program, input),
  },
  { name: 'run', unit: 'documents', command: run },
  { name: 'rerun, unchanged', unit: 'documents', command: run },
];
