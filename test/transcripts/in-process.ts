/** The command line in this process: hundreds of commands are not worth hundreds of processes. */
import { chdir, cwd } from 'node:process';
import { main } from '../../src/cli/main.js';
import { captured } from '../cli/captured.js';
import type { Performed } from './performed.js';

/** `kefu-billing …` with plain words, or with paths below `$FIXTURES`. */
const PLAIN_COMMAND = /^kefu-billing( [\w./-]+| "\$FIXTURES[\w./-]+")+$/;

/** What the program prints for a plain command; null where the command needs a shell. */
export async function inProcess(
  command: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Performed | null> {
  if (!PLAIN_COMMAND.test(command)) return null;
  const [, ...words] = command.replaceAll('"', '').split(' ');
  const io = captured(env);
  const before = cwd();
  chdir(folder);
  try {
    const status = await main(
      words.map((word) => word.replace('$FIXTURES', env['FIXTURES'] ?? '')),
      io,
    );
    return { stdout: io.printed('stdout'), stderr: io.printed('stderr'), status };
  } finally {
    chdir(before);
  }
}
