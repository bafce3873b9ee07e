/** The Chinese pages say what the English ones do: the same plans, examples, files, profiles and outcomes. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { PLANS } from '../../src/pricing/plans/registry.js';
import { FINANCE_PROFILES } from '../../src/reference/finance-profiles.js';
import { ROW_OUTCOMES } from '../../src/row-outcome.js';

const DOCS = join(import.meta.dirname, '../../docs');
const pageOf = (file: string): string => readFileSync(join(DOCS, file), 'utf8');

/** The figures of all examples, section by section. */
function figuresOf(page: string): string[][] {
  const sections = page.split(/^##+ .*$/m).slice(1);
  return sections.map((section) => {
    const examples = [...section.matchAll(/^> (.*)$/gm)].map(([, text = '']) => text).join(' ');
    return (examples.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((one) => one.replace(/,$/, '')).sort();
  });
}

it('pricing: the same rules in the same order, each with the figures of its examples', () => {
  const [english, chinese] = ['pricing.md', 'zh-CN/pricing.md'].map((file) =>
    figuresOf(pageOf(file)),
  );
  expect(chinese?.length).toBe(english?.length);
  for (const [at, figures] of (chinese ?? []).entries())
    expect(figures.filter((one) => !isWordInChinese(one))).toEqual(
      english?.[at]?.filter((one) => !isWordInChinese(one)),
    );
  const plans = [...pageOf('zh-CN/pricing.md').matchAll(/^### ([a-z_]+)$/gm)];
  expect(plans.map(([, plan]) => plan)).toEqual(PLANS);
});

/** Figures that one language writes as a word: `three statutory holidays`, 双11, 9 月. */
function isWordInChinese(figure: string): boolean {
  return ['1', '2', '3', '9', '10', '11', '50'].includes(figure);
}

it('outputs: each file, profile and outcome', () => {
  const page = pageOf('zh-CN/outputs.md');
  for (const word of [...FINANCE_PROFILES, ...ROW_OUTCOMES]) expect(page).toContain(`\`${word}\``);
  const files = [...pageOf('outputs.md').matchAll(/^\| `([\w/<>.-]+\.\w+)`/gm)].map(
    ([, file]) => file ?? '',
  );
  expect(files.length).toBeGreaterThan(8);
  const named = (file: string): string =>
    file.replace('<number>', '<编号>').replace('<merchant_id>', '<商家编号>');
  expect(files.filter((file) => !page.includes(`\`${named(file)}\``))).toEqual([]);
});

it('links lead to files that there are', () => {
  for (const file of ['inputs.md', 'outputs.md', 'pricing.md']) {
    const links = [...pageOf(`zh-CN/${file}`).matchAll(/\]\(([^)#]+)/g)].map(([, to]) => to ?? '');
    const lost = links.filter((to) => !existsSync(join(dirname(join(DOCS, 'zh-CN', file)), to)));
    expect(lost).toEqual([]);
  }
});
