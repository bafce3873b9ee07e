/** The command that stays up to work for runs on other machines: its log and its end. */
import { availableParallelism } from 'node:os';
import { knock } from '../output/queue/knock.js';
import type { QueueAddress } from '../output/queue/queue-address.js';
import { renderingCraft } from '../output/queue/rendering-craft.js';
import { ownStamp, shownStamp } from '../output/queue/slice-stamp.js';
import { workOnJobs, type Craft, type WorkerEvent } from '../output/queue/work-on-jobs.js';
import { createRenderer } from '../output/renderer.js';
import { pathKind } from '../path-kind.js';
import { problem } from '../problem.js';
import { WorkFolder } from '../run/work-folder.js';
import type { Conversation } from './conversation.js';
import { logLine } from './log-line.js';
import { problemsText } from './problems-text.js';
import { stopSignal } from './stop-signal.js';

/** What the machine shares with runs; without the input it takes no bucket. */
interface SharedFolders {
  readonly input: string | null;
  readonly output: string;
}

/** Works until SIGTERM or SIGINT, and finishes what it has in hand first. The exit status; throws where the queue is away. */
export async function work(
  address: QueueAddress,
  folders: SharedFolders,
  threads: number | null,
  talk: Conversation,
): Promise<number> {
  const { commands: words, worker: workerWords } = talk.words;
  const missing = await missingFolder(folders, talk);
  if (missing !== null) {
    talk.stderr.write(missing);
    return 1;
  }
  await knock(address);
  const atOnce = threads ?? availableParallelism();
  const renderer = createRenderer(atOnce);
  await using workFolder = folders.input === null ? null : await WorkFolder.create();
  const crafts = [
    renderingCraft(renderer, atOnce),
    ...(await rollingUp(folders, workFolder?.path)),
  ];
  const tell = (event: Told): void => {
    log(event, talk);
  };
  const foreign = await workOnJobs(address, folders.output, crafts, stopSignal(), tell);
  await renderer.close();
  if (foreign !== null) {
    const fault = workerWords.otherStamp(shownStamp(foreign), shownStamp(ownStamp()));
    talk.stderr.write(`${words.error(fault)}\n`);
    return 1;
  }
  tell({ event: 'stopped' });
  return 0;
}

/** Why there is nothing to work on; null where both folders are there. */
async function missingFolder(
  { input, output }: SharedFolders,
  talk: Conversation,
): Promise<string | null> {
  if ((await pathKind(output)) === 'absent') {
    const missing = problem('output-missing', { file: output }, { case: 'worker' });
    return problemsText([missing], talk.language, false);
  }
  if (input === null || (await pathKind(input)) !== 'absent') return null;
  return `${talk.words.commands.error(talk.words.worker.noInput(input))}\n`;
}

async function rollingUp(
  { input, output }: SharedFolders,
  workFolder: string | undefined,
): Promise<Craft[]> {
  if (input === null || workFolder === undefined) return [];
  const { bucketCraft } = await import('../output/queue/bucket-craft.js');
  return [bucketCraft({ input, output, work: workFolder })];
}

type Told = WorkerEvent | { readonly event: 'stopped' };

function log(event: Told, talk: Conversation): void {
  const { events, kinds, documents, rows } = talk.words.worker;
  const shown = [
    events[event.event],
    event.event === 'waiting' ? kinds[event.kind] : undefined,
    'job' in event ? event.job : undefined,
    'documents' in event ? documents(event.documents) : undefined,
    'rows' in event ? rows(event.rows) : undefined,
    'message' in event ? event.message : undefined,
  ];
  logLine({ time: new Date().toISOString(), ...event }, shown, talk);
}
