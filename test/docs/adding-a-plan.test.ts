/** docs/adding-a-plan.md lists what a new plan touches: held true by laying a toy plan over the program. */
import { describe, expect, it } from 'vitest';
import { layOverlay, projectText, typeErrors, walkOf, type Overlay } from '../support/overlay.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { ADDITIONS, NEW_FILES, type Addition } from './toy-plan.js';

const TOY = 'campaign_toy';

/** The program with the toy plan, but for what stands in files that `isForgotten` names. */
function withToyPlan(isForgotten: (file: string) => boolean = () => false): Map<string, string> {
  const files = Object.entries(NEW_FILES).filter(([file]) => !isForgotten(file));
  return withAdditions(
    ADDITIONS.filter(({ file }) => !isForgotten(file)),
    new Map(files),
  );
}

function withAdditions(
  additions: readonly Addition[],
  before: Overlay = new Map(),
): Map<string, string> {
  const overlay = new Map(before);
  for (const { file, behind, text } of additions) {
    const old = overlay.get(file) ?? projectText(file);
    const at = old.indexOf(behind);
    if (at < 0) throw new Error(`${file} has no ${behind}`);
    overlay.set(file, old.slice(0, at + behind.length) + text + old.slice(at + behind.length));
  }
  return overlay;
}

/** The rows of a table of the page, cell by cell; code marks are left out. */
function tableUnder(heading: string): string[][] {
  const page = projectText('docs/adding-a-plan.md');
  const section = page.slice(page.indexOf(heading));
  const rows =
    section.slice(section.indexOf('| --- |')).split('\n\n')[0]?.split('\n').slice(1) ?? [];
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

async function forgotten(overlay: Overlay): Promise<string[]> {
  const folder = temporaryFolder();
  layOverlay(overlay, folder);
  return walkOf(folder, TOY);
}

describe('the places that a plan touches', () => {
  it('are those of the toy plan', () => {
    const touched = [...withToyPlan().keys()].map((file) =>
      file
        .replace(/^fixtures\/plans\/campaign-toy\/.*/, 'fixtures/plans/SCENARIO')
        .replace('campaign-toy', 'PLAN'),
    );
    const listed = tableUnder('# Adding a plan').map(([place]) => place);
    expect(listed.sort()).toEqual([...new Set(touched)].sort());
  });

  it('are enough: the program compiles, and every fact reaches the plan', async () => {
    const overlay = withToyPlan();
    expect(Object.fromEntries(typeErrors(overlay))).toEqual({});
    expect(await forgotten(overlay)).toEqual([]);
  });
});

describe('what is forgotten is named', () => {
  it('by the compiler: words, and whatever asks a closed list', () => {
    const additions = [
      {
        file: 'src/pricing/contract-line.ts',
        behind: 'export const LINE_KINDS = [\n',
        text: "'toy',",
      },
      { file: 'src/pricing/figures.ts', behind: 'export type FigureName =\n', text: "  | 'toy'\n" },
      { file: 'src/pricing/figures.ts', behind: 'export type ResultName =\n', text: "  | 'toy'\n" },
      {
        file: 'src/pricing/contract-cells.ts',
        behind: 'interface PlanCells {\n',
        text: 'readonly toy: Rational | null;',
      },
      { file: 'src/pricing/usage.ts', behind: 'export type FactUse =\n', text: "  'toy' |\n" },
    ];
    const overlay = withAdditions(
      additions,
      withToyPlan((file) => file === 'src/words/labels.ts'),
    );
    const lists = tableUnder('## What a plan may need besides');
    expect([...new Set(additions.map(({ file }) => file))].sort()).toEqual(
      lists.map(([, place]) => place).sort(),
    );
    const asked = lists.flatMap(([, , files]) => files?.split(', ') ?? []);
    const named = typeErrors(overlay);
    expect([...named.keys()].sort()).toEqual(['src/words/labels.ts', ...asked].sort());
    expect(named.get('src/words/labels.ts')?.join()).toContain(TOY);
  });

  it('by the walk: a scenario, a page, and a plan that nobody hands facts to', async () => {
    const isForgotten = (file: string): boolean => /^(fixtures|docs)\//.test(file);
    // The plan names its facts, and the one place that is asked for them keeps them back.
    const withheld = {
      file: 'src/pricing/plans/registry.ts',
      behind: 'export function factsOf(contract: Contract): readonly FactUse[] {\n',
      text: `  if (contract.plan === '${TOY}') return [];\n`,
    };
    const page = new Map([['docs/pricing.md', '# Pricing\n']]);
    const overlay = withAdditions([withheld], new Map([...withToyPlan(isForgotten), ...page]));
    expect(await forgotten(overlay)).toEqual([
      'fixtures/plans: no scenario bills a line of it',
      'docs/pricing.md: no heading names it',
      'event_days: the rows of event-days.csv are not billed',
      'orders: the rows of orders.csv are not billed',
      'orders: the rows of refunds.csv are not billed',
      'nothing is billed',
    ]);
  });
});
