/** Performs the commands of transcripts and pages. */
import { spawnSync } from 'node:child_process';
import { wordsIn } from '../../src/words/in-language.js';
import { inProcess } from './in-process.js';
import type { Performed } from './performed.js';
import { NOW, type Stage } from './stage.js';

/** What each command would say of the time that stands still; see test/cli/clock.test.ts. */
const CLOCK_LINES = (['en', 'zh'] as const).map((spoken) =>
  wordsIn(spoken).commands.clockSet('KEFU_BILLING_NOW', NOW),
);

export async function perform(command: string, stage: Stage): Promise<Performed> {
  return (await inProcess(command, stage)) ?? inShell(command, stage);
}

function inShell(command: string, { folder, env }: Stage): Performed {
  return spawnSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8' });
}

/** The lines of what was printed that are the same each time; without stages and the clock. */
export function steadyLines(text: string): string[] {
  return text
    .split('\n')
    .filter((one) => !one.startsWith('{"event":"stage"') && !CLOCK_LINES.includes(one))
    .map((one) => one.replace(/^(head of the ledger: )[0-9a-f]{64}$/, '$1<hash>'))
    .map((one) => one.replace(/^(账本头：)[0-9a-f]{64}$/, '$1<哈希>'));
}
