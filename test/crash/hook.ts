/**
 * Preloaded into a run: counts its calls that change or sync the file system, and kills it before a
 * chosen one, or half way through it where it writes. Set by the environment, see {@link HookSettings}.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';

/** What the environment of the run says, each as `CRASH_…`. */
export interface HookSettings {
  /** Die before this call, counted from 1. Two runs need not make equally many calls. */
  readonly CRASH_AT?: string;
  /** Die before the first call of which `name path` matches this pattern. */
  readonly CRASH_AT_CALL?: string;
  /** Set: the call is a write, and half of it is done first. */
  readonly CRASH_TORN?: string;
  /** Set: the run lives, and the call fails with this code. */
  readonly CRASH_FAIL?: string;
  /** A file that takes a line of JSON per call: {@link Call}. */
  readonly CRASH_TRACE?: string;
  /** A folder in which two runs wait for each other before their first call of `CRASH_MEET_AT`. */
  readonly CRASH_MEET?: string;
  readonly CRASH_MEET_AT?: string;
  /** The run lives, and before so many calls more, or else its commit, somebody removes its staging folder. */
  readonly CRASH_ROB?: string;
  /** Set: folders are renamed as a careless program would, entry by entry. */
  readonly CRASH_CARELESS?: string;
}

export interface Call {
  readonly name: string;
  readonly path: string;
  /** Where it renames or links to. */
  readonly target: string;
}

type Callable = (...values: unknown[]) => unknown;

const MEET_MS_MAX = 20_000;
const settings = process.env as HookSettings;
const paths = new WeakMap<object, string>();
let count = 0;
let hasMet = false;
let staging: string | null = null;
let callsWithStaging = 0;
let isOver = false;

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Waits, at most so long, until another run has come to the same call. */
function meet(folder: string): void {
  hasMet = true;
  fs.writeFileSync(join(folder, String(process.pid)), '');
  const end = Date.now() + MEET_MS_MAX;
  while (fs.readdirSync(folder).length < 2 && Date.now() < end);
}

/** By way of another name, as nothing can be removed in which somebody still makes files. */
function rob(folder: string): void {
  const loot = `${folder}.loot`;
  fs.renameSync(folder, loot);
  fs.rmSync(loot, { recursive: true, maxRetries: 5 });
}

function robInTime(calls: string, name: string, path: string): void {
  if (staging === null || isOver) return;
  callsWithStaging++;
  const isCommit = name === 'rename' && path === staging;
  if (callsWithStaging < Number(calls) && !isCommit) return;
  isOver = true;
  rob(staging);
}

/** As the system would say it. */
function faultOf(code: string, name: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: refused, ${name} '${path}'`), { code, syscall: name });
}

/** True where the run is to die half way through this call. */
function step(name: string, path: string, target: string): boolean {
  count++;
  const { CRASH_AT, CRASH_AT_CALL, CRASH_TORN, CRASH_TRACE, CRASH_MEET, CRASH_MEET_AT } = settings;
  if (CRASH_TRACE !== undefined)
    fs.appendFileSync(CRASH_TRACE, `${JSON.stringify({ name, path, target })}\n`);
  if (CRASH_MEET !== undefined && CRASH_MEET_AT === name && !hasMet) meet(CRASH_MEET);
  if (settings.CRASH_ROB !== undefined) robInTime(settings.CRASH_ROB, name, path);
  if (name === 'mkdir' && basename(path).startsWith('.staging-')) staging = path;
  const isCall = CRASH_AT_CALL !== undefined && new RegExp(CRASH_AT_CALL).test(`${name} ${path}`);
  if (isOver || (CRASH_AT !== String(count) && !isCall)) return false;
  isOver = true;
  if (settings.CRASH_FAIL !== undefined) throw faultOf(settings.CRASH_FAIL, name, path);
  if (CRASH_TORN === undefined) die();
  return true;
}

function patch(owner: Record<string, Callable>, name: string): void {
  const original = owner[name];
  if (original === undefined) throw new Error(`there is no ${name}`);
  owner[name] = function (this: unknown, ...values: unknown[]) {
    const [first, second] = values;
    // writes at once come in no certain order: another call may stand where one was to be torn
    if (step(name, text(first), text(second))) die();
    return original.apply(this, values);
  };
}

function patchHandle(prototype: Record<string, Callable>, name: string, told = name): void {
  const original = prototype[name];
  if (original === undefined) throw new Error(`there is no ${name}`);
  prototype[name] = async function (this: object, ...values: unknown[]) {
    const isTorn = step(told, paths.get(this) ?? '', '');
    if (!isTorn) return original.apply(this, values);
    const [content] = values;
    if (content === undefined) die();
    const bytes = Buffer.from(content as string | Uint8Array);
    await original.call(this, bytes.subarray(0, bytes.length >> 1));
    die();
    return undefined;
  };
}

const promises = fs.promises as unknown as Record<string, Callable>;
const probe = await fs.promises.open('/dev/null');
const handles = Object.getPrototypeOf(probe) as Record<string, Callable>;
await probe.close();

const open = fs.promises.open.bind(fs.promises);
promises['open'] = async (...values: unknown[]) => {
  const [path, flags, mode] = values as Parameters<typeof open>;
  if (step(flags === 'wx' || flags === 'w' ? 'create' : 'open', text(path), '')) die();
  const handle = await open(path, flags, mode);
  paths.set(handle, text(path));
  return handle;
};
for (const name of ['writeFile', 'write', 'sync', 'datasync']) patchHandle(handles, name);
patchHandle(handles, 'appendFile', 'write');
for (const name of [
  'rename',
  'mkdir',
  'mkdtemp',
  'rm',
  'symlink',
  'link',
  'unlink',
  'writeFile',
  'rmdir',
])
  patch(promises, name);
if (settings.CRASH_CARELESS !== undefined) {
  const rename = promises['rename'];
  promises['rename'] = (...values: unknown[]) => {
    const [from, to] = values.map(text) as [string, string];
    if (!fs.lstatSync(from).isDirectory()) return rename?.(...values);
    fs.mkdirSync(to);
    for (const name of fs.readdirSync(from)) {
      step('rename', join(from, name), join(to, name));
      fs.renameSync(join(from, name), join(to, name));
    }
    fs.rmdirSync(from);
    return Promise.resolve();
  };
}
// A recursive removal goes through these.
for (const name of ['unlink', 'rmdir']) patch(fs as unknown as Record<string, Callable>, name);
syncBuiltinESMExports();
