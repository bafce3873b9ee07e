/** Runs a mutated month, and says what came of it and what is wrong with that. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReference } from '../../src/reference/read-reference.js';
import { blockedMerchants, PROBLEM_CODES, runErrors, type Problem } from '../../src/problem.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { bill } from '../run/run-demo.js';
import { Chance } from '../bench/random.js';
import { FACT_FILES, MERCHANT_IDS, MONTH, writeMonth } from './input.js';
import { mutate, type Mutation } from './mutations.js';

type Outcome = 'as before' | 'changed' | 'merchants blocked' | 'refused';

export interface Trial {
  readonly outcome: Outcome;
  readonly codes: ReadonlySet<string>;
  /** What breaks the promise; empty where it is kept. */
  readonly wrong: readonly string[];
}

/** What each merchant comes to: its documents after a whole run, or its contracts where only those were read. */
interface Result {
  readonly isRefused: boolean;
  readonly blocked: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  readonly worth: ReadonlyMap<string, string>;
}

const MILLISECONDS_MAX = 20_000;
/** One in so many reference tables goes through a whole run, which takes a hundred times as long. */
const WHOLE_RUN_OF = 24;
/** One in so many inputs has a mutated fact file, which always goes through a whole run. */
const FACT_FILE_OF = 16;

/** A folder with the good month, in which one file at a time is mutated. */
export class Ground {
  private constructor(
    private readonly input: string,
    private readonly output: string,
    private readonly good: { readonly run: Result; readonly read: Result },
  ) {}

  /** In an empty folder. */
  static async open(folder: string): Promise<Ground> {
    const [input, output] = [writeMonth(join(folder, 'input')), join(folder, 'output')];
    mkdirSync(output);
    const good = { run: await wholeRun(input, output), read: await readOnly(input) };
    const silent = MERCHANT_IDS.filter((id) => !good.run.worth.has(id));
    if (good.run.isRefused || good.run.problems.some(isError) || silent.length > 0) {
      throw new Error(
        `the good month is not good: ${JSON.stringify(good.run.problems)} ${silent.join()}`,
      );
    }
    return new Ground(input, output, good);
  }

  /** The same seed makes the same mutation of the same file. */
  async try(seed: number): Promise<Trial> {
    const chance = new Chance(seed);
    const isFact = chance.next(FACT_FILE_OF) === 0;
    const files = [...MONTH.keys()].filter((name) => FACT_FILES.has(name) === isFact);
    const file = files[chance.next(files.length)] ?? 'provider.json';
    const bytes = MONTH.get(file) ?? Buffer.alloc(0);
    const mutation = mutate(file, bytes, chance);
    const isWhole = isFact || chance.next(WHOLE_RUN_OF) === 0;
    writeFileSync(join(this.input, file), mutation.bytes);
    const began = performance.now();
    const about = `${file}: ${mutation.name}`;
    try {
      const result = await (isWhole ? wholeRun(this.input, this.output) : readOnly(this.input));
      const elapsed = performance.now() - began;
      const trial = judge(result, isWhole ? this.good.run : this.good.read, mutation);
      const slow = elapsed > MILLISECONDS_MAX ? [`took ${Math.round(elapsed)} ms`] : [];
      return { ...trial, wrong: [...trial.wrong, ...slow].map((fault) => `${about}: ${fault}`) };
    } catch (error) {
      const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { outcome: 'refused', codes: new Set(), wrong: [`${about}: threw ${thrown}`] };
    } finally {
      writeFileSync(join(this.input, file), bytes);
    }
  }
}

async function wholeRun(input: string, output: string): Promise<Result> {
  const { status, blocked, problems, documents } = await bill(input, output, { mode: 'dry-run' });
  const worth = new Map<string, string>();
  for (const { merchantId, currency, total } of documents) {
    worth.set(merchantId, `${worth.get(merchantId) ?? ''} ${currency.code} ${total}`);
  }
  return { isRefused: status === 'refused', blocked, problems, worth };
}

async function readOnly(input: string): Promise<Result> {
  const { tables, problems } = await readReference(input);
  const blocked = blockedMerchants(problems);
  const isRefused = tables === null || runErrors(problems).length > 0;
  const worth = new Map<string, string>();
  for (const id of MERCHANT_IDS) {
    const own = [
      tables?.contracts.filter(({ merchantId }) => merchantId === id),
      tables?.eventDays
        .filter(({ merchantId }) => merchantId === id)
        .map(({ date, agents }) => [date, agents]),
      tables?.adjustments.filter(({ merchantId }) => merchantId === id).map(({ amount }) => amount),
    ];
    worth.set(id, sortedJson(own));
  }
  return { isRefused, blocked, problems, worth };
}

/** Event days are in the order of their file, which is no promise. */
function sortedJson(own: readonly (readonly unknown[] | undefined)[]): string {
  const write = (value: unknown): string =>
    JSON.stringify(value, (key, part: unknown) => {
      if (key === 'record') return undefined;
      return typeof part === 'bigint' ? String(part) : part;
    });
  return own.map((list) => (list ?? []).map(write).sort().join()).join(';');
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function judge(
  result: Result,
  good: Result,
  { effect, touched }: Mutation,
): Omit<Trial, 'wrong'> & {
  readonly wrong: string[];
} {
  const { isRefused, blocked, problems, worth } = result;
  const differ = MERCHANT_IDS.filter((id) => worth.get(id) !== good.worth.get(id));
  const outcome: Outcome = isRefused
    ? 'refused'
    : blocked.size > 0
      ? 'merchants blocked'
      : differ.length > 0
        ? 'changed'
        : 'as before';
  const wrong = problems.flatMap(malformed);
  const mayDiffer = (id: string): boolean => touched.has(id) && effect !== 'harmless';
  if (!isRefused) {
    const strangers = differ.filter((id) => !mayDiffer(id));
    wrong.push(
      ...strangers.map((id) => `${id}: ${worth.get(id)}, and before ${good.worth.get(id)}`),
    );
    wrong.push(
      ...MERCHANT_IDS.filter((id) => blocked.has(id) && !mayDiffer(id)).map((id) => `blocks ${id}`),
    );
  } else if (!problems.some(isError)) wrong.push('is refused without an error');
  if (effect === 'harmless' && isRefused) wrong.push('is refused, though nothing is wrong');
  if (effect === 'invalid' && !problems.some(isError)) wrong.push('takes what cannot be read');
  return { outcome, codes: new Set(problems.map(({ code }) => code)), wrong };
}

/** A problem says where, what and what to do. */
function malformed(found: Problem): string[] {
  const { code, file } = found;
  const { message, hint } = problemSentence(found, 'en');
  const isWhole =
    PROBLEM_CODES.includes(code) && [file, message, hint].every((text) => text !== '');
  return isWhole
    ? []
    : [`a problem without its parts: ${JSON.stringify([code, file, message, hint])}`];
}
