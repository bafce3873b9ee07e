/** Progress on stderr: a bar on a terminal, structured lines otherwise. */
import cliProgress from 'cli-progress';
import type { Stream } from './surroundings.js';

export interface Progress {
  readonly step: (stage: string, done?: number, of?: number) => void;
  readonly stop: () => void;
}

export function createProgress(stderr: Stream, isQuiet: boolean): Progress {
  if (isQuiet) return { step: () => undefined, stop: () => undefined };
  return stderr.isTTY ? terminalBar(stderr) : logLines(stderr);
}

function terminalBar(stderr: Stream): Progress {
  const bar = new cliProgress.SingleBar(
    { format: '{stage} [{bar}] {value}/{total}', stream: stderr, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(1, 0, { stage: 'starting' });
  return {
    step: (stage, done = 0, of = 1) => {
      bar.setTotal(of);
      bar.update(done, { stage });
    },
    stop: () => {
      bar.stop();
    },
  };
}

function logLines(stderr: Stream): Progress {
  let last = '';
  return {
    step: (stage) => {
      if (stage === last) return;
      last = stage;
      stderr.write(`${JSON.stringify({ event: 'stage', stage })}\n`);
    },
    stop: () => undefined,
  };
}
