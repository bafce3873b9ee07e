/** The command line in this process: a hundred commands are not worth a hundred processes. */
import { chdir, cwd } from 'node:process';
import { vi } from 'vitest';
import { inShell, type Performed, type Perform } from '../transcripts/replay.js';

/** `kefu-billing …` with plain words; anything else is the shell's. */
const PLAIN_COMMAND = /^kefu-billing( [\w./-]+)+$/;

export const inProcess: Perform = (command, folder, env) =>
  PLAIN_COMMAND.test(command)
    ? runProgram(command.split(' '), folder, env)
    : inShell(command, folder, env);

let loads = 0;

function exitStatus(): number {
  return typeof process.exitCode === 'number' ? process.exitCode : 0;
}

/** Loads the program's entry anew, as a process would, and catches what it prints. */
async function runProgram(
  words: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Performed> {
  const before = { argv: process.argv, folder: cwd(), exitCode: process.exitCode };
  const stdout: string[] = [];
  const stderr: string[] = [];
  const caught = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => stdout.push(String(text)) > 0),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => stderr.push(String(text)) > 0),
  ];
  vi.stubEnv('KEFU_BILLING_NOW', env['KEFU_BILLING_NOW']);
  process.argv = [process.execPath, ...words];
  process.exitCode = 0;
  chdir(folder);
  try {
    loads += 1;
    await import(/* @vite-ignore */ `../../src/cli/main.js?${loads}`);
    return { stdout: stdout.join(''), stderr: stderr.join(''), status: exitStatus() };
  } finally {
    chdir(before.folder);
    process.argv = before.argv;
    process.exitCode = before.exitCode;
    vi.unstubAllEnvs();
    for (const spy of caught) spy.mockRestore();
  }
}
