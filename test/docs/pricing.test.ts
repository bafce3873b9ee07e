/** docs/pricing.md has each plan, and an example under each of its rules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PLANS } from '../../src/pricing/plans/registry.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/pricing.md'), 'utf8');
const sections = page.split(/^(?=###? )/m).slice(1);
const headingOf = (section: string): string => section.replace(/^#+ (.*)\n[^]*$/, '$1');

it('has a heading for each plan, in their order', () => {
  const plans = page.slice(page.indexOf('\n## Plans\n'), page.indexOf('\n## What plans share\n'));
  expect([...plans.matchAll(/^### (.*)$/gm)].map(([, plan]) => plan)).toEqual(PLANS);
});

it('shows each rule by an example', () => {
  const rules = sections.filter((section) => /^###? .*\n\n(?!###? )\S/.test(section));
  const chapters = ['What every contract may add'];
  const bare = rules.filter((section) => !/^> .*\d/m.test(section)).map(headingOf);
  expect(bare).toEqual(chapters);
});

it('leads to headings that there are', () => {
  const anchors = sections.map((section) => headingOf(section).toLowerCase().replaceAll(' ', '-'));
  const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((anchor) => !anchors.includes(anchor ?? ''))).toEqual([]);
});
