/** The command line in this process: hundreds of commands are not worth hundreds of processes. */
import { join } from 'node:path';
import { chdir, cwd } from 'node:process';
import { layScenario } from '../../fixtures/scenario.js';
import { main } from '../../src/cli/main.js';
import { captured } from '../cli/captured.js';
import type { Performed } from './performed.js';

/** `kefu-billing …` with plain words. */
const PLAIN_COMMAND = /^kefu-billing( [\w./-]+)+$/;
/** `scenario plans/discount FOLDER`, as fixtures/scenario.ts is called by hand. */
const SCENARIO = /^scenario ([\w/-]+) ([\w-]+)$/;

/** What the command prints; null where it needs a shell. */
export async function inProcess(
  command: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Performed | null> {
  const [, scenario, target] = SCENARIO.exec(command) ?? [];
  if (scenario !== undefined && target !== undefined) {
    layScenario(scenario, join(folder, target));
    return { stdout: '', stderr: '', status: 0 };
  }
  if (!PLAIN_COMMAND.test(command)) return null;
  const [, ...words] = command.split(' ');
  return runProgram(inEnglish(words), folder, env);
}

/** The words of a command, with English as the language to speak where they name none. */
function inEnglish(words: readonly string[]): readonly string[] {
  return words.includes('--language') ? words : [...words, '--language', 'en'];
}

async function runProgram(
  words: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Performed> {
  const io = captured(env);
  const before = cwd();
  chdir(folder);
  try {
    const status = await main(words, io);
    return { stdout: io.printed('stdout'), stderr: io.printed('stderr'), status };
  } finally {
    chdir(before);
  }
}
