/** A machine that refuses is no bug of the program: the run says what it lacks, and where. */
import { tmpdir } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { errorMessage } from '../error-message.js';
import { EngineFault } from '../facts/engine-fault.js';
import { StagingChanged } from '../ledger/staging-changed.js';
import { QueueFault } from '../output/queue/queue-fault.js';
import { RenderThreadLost } from '../output/render-thread-lost.js';
import { asWarning, problem, type Problem } from '../problem.js';
import { systemFault, type SystemFault } from '../system-fault.js';
import type { RunRequest } from './run-request.js';

/** The folders of a command. */
export interface Folders {
  readonly input?: string | undefined;
  readonly output?: string | undefined;
}

/** What the engine of the facts needs at the least, on a machine with few cores. */
const ENGINE_MEGABYTES_MIN = 512;

const SHORT_OF_FILES: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE']);
const READS: ReadonlySet<string> = new Set(['scandir', 'opendir', 'lstat', 'stat', 'readlink']);

/** null for an error that is no machine's: a bug, which is to be thrown on. */
export function faultProblem(error: unknown, folders: Folders): Problem | null {
  if (error instanceof QueueFault)
    return problem('queue-unusable', { file: error.queue }, error.values);
  if (error instanceof StagingChanged) return changed(folders, error.file);
  if (error instanceof EngineFault) return engineProblem(error);
  if (error instanceof RenderThreadLost)
    return shortOf({ case: 'thread', reason: error.message }, '--workers');
  const fault = systemFault(error);
  return fault === null ? null : systemProblem(fault, errorMessage(error), folders);
}

/** What failed after the commit undoes nothing: the batch, or the preview, is there, and the run says so. */
export function publishedUnfinished(
  { mode, output }: Pick<RunRequest, 'mode' | 'output'>,
  error: unknown,
): Problem {
  const reason = errorMessage(error);
  const values = { case: mode === 'preview' ? 'after-preview' : 'after', reason } as const;
  return asWarning(problem('output-unwritable', { file: output }, values));
}

/** What is told of an open file alone is told of what is written. */
function systemProblem(
  { code, call, path }: SystemFault,
  reason: string,
  folders: Folders,
): Problem {
  const { input, output } = folders;
  if (SHORT_OF_FILES.has(code)) return shortOf({ case: 'open-files', reason }, 'ulimit -n');
  if (code === 'ENOMEM') return shortOf({ case: 'memory', reason }, 'RAM');
  if (path !== null && isTemporary(path)) return temporaryUnusable(reason);
  const inInput = placeIn(input, path);
  const inOutput = placeIn(output, path);
  if (path !== null && inInput !== null && inInput.length <= (inOutput?.length ?? Infinity))
    return problem('file-unreadable', { file: inInput }, { case: 'system', reason });
  if (inOutput !== null && code === 'ENOENT') return changed(folders, inOutput);
  if (inOutput !== null && READS.has(call))
    return problem('ledger-broken', { file: inOutput }, { case: 'folder-unreadable', reason });
  return problem('output-unwritable', { file: output ?? path ?? '' }, { case: 'before', reason });
}

/** Relative to the folder, `.` for itself; null where it is not there. */
function placeIn(folder: string | undefined, path: string | null): string | null {
  if (folder === undefined || path === null) return null;
  const place = relative(resolve(folder), resolve(path));
  if (place === '') return '.';
  return place === '..' || place.startsWith(`..${sep}`) ? null : place;
}

/** The folder of temporary files itself, or a work folder in it. */
function isTemporary(path: string): boolean {
  const place = placeIn(tmpdir(), path);
  return place === '.' || place?.startsWith('.work-') === true;
}

function engineProblem({ lack, memory, message }: EngineFault): Problem {
  switch (lack) {
    case 'temporary-files':
      return temporaryUnusable(message);
    case 'open-files':
      return shortOf({ case: 'open-files', reason: message }, 'ulimit -n');
    case 'memory':
      return shortOf(
        { case: 'engine', memory, least: `${enoughMegabytes(memory)}MB`, reason: message },
        '--memory',
      );
  }
}

/** > 50MB → 512, 512MB → 1024, 2GB → 4096 */
function enoughMegabytes(memory: string): number {
  const [, digits = '0', unit] = /^(\d+)(MB|GB)$/.exec(memory) ?? [];
  const given = Number(digits) * (unit === 'GB' ? 1024 : 1);
  return Math.max(ENGINE_MEGABYTES_MIN, 2 * given);
}

function shortOf(
  values: Problem<'resources-short'>['values'],
  file: string,
): Problem<'resources-short'> {
  return problem('resources-short', { file }, values);
}

/** Which file of its own it was there is nobody's concern. */
function temporaryUnusable(message: string): Problem {
  const [reason = ''] = message.split(/, \w+ '| "/);
  return problem('temporary-unusable', { file: tmpdir() }, { reason });
}

function changed({ output }: Folders, file: string): Problem {
  return problem('output-unwritable', { file: output ?? '' }, { case: 'changed', file });
}
