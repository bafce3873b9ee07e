/** Progress on stderr: a bar on a terminal, structured lines otherwise. */
import type { RunRequest } from '../run/run-request.js';
import type { Conversation } from './conversation.js';

export interface Progress {
  readonly step: RunRequest['progress'];
  readonly stop: () => void;
}

export async function createProgress(talk: Conversation, isQuiet: boolean): Promise<Progress> {
  if (isQuiet) return { step: () => undefined, stop: () => undefined };
  return talk.stderr.isTTY ? terminalBar(talk) : logLines(talk);
}

async function terminalBar({ stderr, words: { stages } }: Conversation): Promise<Progress> {
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar(
    { format: '{stage} [{bar}] {value}/{total}', stream: stderr, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(1, 0, { stage: stages.starting });
  return {
    step: (stage, done = 0, of = 1) => {
      bar.setTotal(of);
      bar.update(done, { stage: stages[stage] });
    },
    stop: () => {
      bar.stop();
    },
  };
}

function logLines({ stderr, words: { stages } }: Conversation): Progress {
  let last = '';
  return {
    step: (stage) => {
      if (stage === last) return;
      last = stage;
      stderr.write(`${JSON.stringify({ event: 'stage', stage: stages[stage] })}\n`);
    },
    stop: () => undefined,
  };
}
