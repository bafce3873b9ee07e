/** The command that stays up to render slices of runs on other machines: its log and its end. */
import { availableParallelism } from 'node:os';
import { knock } from '../output/queue/knock.js';
import type { QueueAddress } from '../output/queue/queue-address.js';
import { ownStamp, shownStamp } from '../output/queue/slice-stamp.js';
import { workOnSlices, type SliceEvent } from '../output/queue/slice-worker.js';
import { createRenderer } from '../output/renderer.js';
import { pathKind } from '../path-kind.js';
import { problem } from '../problem.js';
import type { Conversation } from './conversation.js';
import { logLine } from './log-line.js';
import { problemsText } from './problems-text.js';
import { stopSignal } from './stop-signal.js';

/** Works until SIGTERM or SIGINT, and finishes the slices in hand first. The exit status; throws where the queue is away. */
export async function work(
  address: QueueAddress,
  output: string,
  threads: number | null,
  talk: Conversation,
): Promise<number> {
  const { commands: words, worker: workerWords } = talk.words;
  if ((await pathKind(output)) === 'absent') {
    const missing = problem('output-missing', { file: output }, { case: 'worker' });
    talk.stderr.write(problemsText([missing], talk.language, false));
    return 1;
  }
  await knock(address);
  const atOnce = threads ?? availableParallelism();
  const renderer = createRenderer(atOnce);
  const tell = (event: Told): void => {
    log(event, talk);
  };
  const foreign = await workOnSlices(address, output, { renderer, atOnce }, stopSignal(), tell);
  await renderer.close();
  if (foreign !== null) {
    const fault = workerWords.otherStamp(shownStamp(foreign), shownStamp(ownStamp()));
    talk.stderr.write(`${words.error(fault)}\n`);
    return 1;
  }
  tell({ event: 'stopped' });
  return 0;
}

type Told = SliceEvent | { readonly event: 'stopped' };

function log(event: Told, talk: Conversation): void {
  const { events, documents } = talk.words.worker;
  const shown = [
    events[event.event],
    'slice' in event ? event.slice : undefined,
    event.event === 'finished' ? documents(event.documents) : undefined,
    'message' in event ? event.message : undefined,
  ];
  logLine({ time: new Date().toISOString(), ...event }, shown, talk);
}
