/** The command line in this process: hundreds of commands are not worth hundreds of processes. */
import { join } from 'node:path';
import { chdir, cwd } from 'node:process';
import { layScenario } from '../../fixtures/scenario.js';
import { main } from '../../src/cli/main.js';
import { captured } from '../cli/captured.js';
import type { Performed } from './performed.js';
import type { Stage } from './stage.js';

/** `kefu-billing …` with plain words. */
const PLAIN_COMMAND = /^kefu-billing( [\w./-]+)+$/;
/** `scenario plans/discount FOLDER`, as fixtures/scenario.ts is called by hand. */
const SCENARIO = /^scenario ([\w/-]+) ([\w-]+)$/;

/** What the command prints; null where it needs a shell. */
export async function inProcess(command: string, stage: Stage): Promise<Performed | null> {
  const [, scenario, target] = SCENARIO.exec(command) ?? [];
  if (scenario !== undefined && target !== undefined) {
    layScenario(scenario, join(stage.folder, target));
    return { stdout: '', stderr: '', status: 0 };
  }
  if (!PLAIN_COMMAND.test(command)) return null;
  const [, ...words] = command.split(' ');
  return runProgram(inItsLanguage(words, stage), stage);
}

/** The words of a command, with the stage's language where they name none. */
function inItsLanguage(words: readonly string[], { language }: Stage): readonly string[] {
  const isSaid = language === null || words.includes('--language');
  return isSaid ? words : [...words, '--language', language];
}

async function runProgram(words: readonly string[], { folder, env }: Stage): Promise<Performed> {
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
