/** Every PDF of the plans and of the demo, as programs read it that are not ours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { asksForMoney } from '../../../src/output/pdf/invoice-head.js';
import { LABELS } from '../../../src/words/labels.js';
import { descriptionOf } from '../../../src/words/line-words.js';
import { amountInChineseWords } from '../../../src/money/amount-in-words.js';
import { measuredIndicators } from '../../../src/pricing/indicators.js';
import { formatAmountGrouped } from '../../../src/money/amount.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { isInstalled } from '../../support/tools.js';
import { say, sayAll } from './pdf-tools.js';
import { publishAll, type PublishedDocument } from './published.js';
import { findAll, structureOf, textOf } from './pdf-structure.js';

let published: readonly PublishedDocument[] = [];

/** All scenarios are billed first, on a machine that may have other work. */
const BILLING_MS_MAX = 600_000;

beforeAll(async () => {
  published = await publishAll();
}, BILLING_MS_MAX);

/** Each document with what is wrong with it; all is well where that is nothing. */
function faults(
  faultsOf: (published: PublishedDocument) => readonly string[],
  documents = published,
): string[] {
  return documents.flatMap((one) => faultsOf(one).map((fault) => `${one.name}: ${fault}`));
}

/** Without blanks, which a wrapped text has elsewhere than the text itself. */
const squeezed = (text: string): string => text.replace(/\s/gu, '');

it('the plans and the demo have invoices and credit notes in Chinese, in English and in both', () => {
  const kinds = new Set(
    published.map(({ document: { type, merchant } }) => `${type} ${merchant.language}`),
  );
  for (const language of ['zh', 'en', 'zh-en']) expect(kinds).toContain(`invoice ${language}`);
  expect([...kinds].filter((kind) => kind.startsWith('credit_note')).length).toBeGreaterThan(1);
  expect(published.length).toBeGreaterThan(100);
});

describe.runIf(isInstalled('qpdf'))('qpdf', () => {
  it('finds nothing wrong and warns of nothing', () => {
    expect(
      faults(({ pdf }) => {
        const { status, said } = sayAll('qpdf', '--check', pdf);
        return status === 0 && !/warn/i.test(said) ? [] : [said];
      }),
    ).toEqual([]);
  });

  it('shows what PDF/A-3 asks for: output intent, metadata, language, attachment, structure', () => {
    expect(faults(archiveFaults)).toEqual([]);
  });

  it('shows charts, each of which says in words what it draws', () => {
    const figures = published.flatMap(({ pdf }) =>
      objectsOf(pdf).filter((object) => object['/S'] === '/Figure'),
    );
    expect(figures.length).toBeGreaterThan(100);
    const shown = figures.map((figure) => figure['/Alt']);
    expect(shown.filter((words) => !/^u:.+: .*\d/u.test(String(words)))).toEqual([]);
  });
});

type PdfObject = Readonly<Record<string, unknown>>;

const objects = new Map<string, PdfObject[]>();

/** The objects of a PDF, of streams their dictionaries; each PDF is read once. */
function objectsOf(pdf: string): PdfObject[] {
  const known = objects.get(pdf) ?? readObjects(pdf);
  objects.set(pdf, known);
  return known;
}

function readObjects(pdf: string): PdfObject[] {
  const json = JSON.parse(say('qpdf', '--json', '--json-key=qpdf', pdf)) as {
    qpdf: [unknown, Record<string, { value?: PdfObject; stream?: { dict: PdfObject } }>];
  };
  return Object.values(json.qpdf[1]).map(({ value, stream }) => value ?? stream?.dict ?? {});
}

function archiveFaults({ document, pdf }: PublishedDocument): string[] {
  const objects = objectsOf(pdf);
  const having = (key: string, value: string): PdfObject | undefined =>
    objects.find((object) => object[key] === value);
  const count = (tag: string): number => objects.filter((object) => object['/S'] === tag).length;
  const catalog = having('/Type', '/Catalog');
  const contracts = new Set(document.lines.map(({ contractId }) => contractId)).size;
  // Behind an invoice stands each score that was computed, and a row of each of its indicators.
  const scores = document.lines
    .filter(({ kind }) => kind === 'appraisal' && document.cancels === null)
    .map(({ terms }) => measuredIndicators(terms.quantity).length)
    .filter((measured) => measured > 0);
  const indicators = scores.reduce((sum, measured) => sum + measured, 0);
  const checks: readonly (readonly [name: string, isHeld: boolean])[] = [
    ['language', catalog?.['/Lang'] === (document.merchant.language === 'en' ? 'u:en' : 'u:zh-CN')],
    ['output intent', having('/S', '/GTS_PDFA1')?.['/DestOutputProfile'] !== undefined],
    ['attachment of the document', Array.isArray(catalog?.['/AF'])],
    ['relationship', having('/Type', '/Filespec')?.['/AFRelationship'] === '/Data'],
    ['no script', having('/S', '/JavaScript') === undefined],
    ['a table of lines, and one of each score', count('/Table') === 1 + scores.length],
    ['five headings each', count('/TH') === 5 * (1 + scores.length)],
    [
      'a row of headings, per contract and per line',
      count('/TR') === 1 + contracts + document.lines.length + scores.length + indicators,
    ],
    [
      'a cell per contract, five per line and per indicator',
      count('/TD') === contracts + 5 * (document.lines.length + indicators),
    ],
  ];
  return checks.filter(([, isHeld]) => !isHeld).map(([name]) => name);
}

describe.runIf(isInstalled('pdffonts'))('pdffonts', () => {
  it('every font is embedded, a subset, and says which characters its glyphs are', () => {
    expect(
      faults(({ pdf }) => {
        const fonts = say('pdffonts', pdf).trim().split('\n').slice(2);
        const isSound = (font: string): boolean =>
          /^[A-Z]{6}\+NotoSansSC-(Regular|Bold) .* yes yes yes +\d+ +0$/.test(font);
        return fonts.length === 2 ? fonts.filter((font) => !isSound(font)) : fonts;
      }),
    ).toEqual([]);
  });
});

describe.runIf(isInstalled('pdfinfo'))('pdfinfo', () => {
  it('names title and issuer, and PDF/A-3a', () => {
    expect(
      faults(({ document, pdf }) => {
        const said = say('pdfinfo', pdf) + say('pdfinfo', '-meta', pdf);
        const expected = [
          document.number,
          document.issuer.name,
          'Tagged:          yes',
          '<pdfaid:part>3</pdfaid:part>',
          '<pdfaid:conformance>A</pdfaid:conformance>',
        ];
        return expected.filter((text) => !said.includes(text));
      }),
    ).toEqual([]);
  });

  it('reads the title, and for each line a row with its description and its amount', () => {
    const kindOf = ({ document: { type, merchant, lines } }: PublishedDocument): string =>
      [type, merchant.language, lines[0]?.plan].join();
    // the smallest of each kind, since the program is slow
    const bySize = published.toSorted((left, right) => right.size - left.size);
    const chosen = new Map(bySize.map((one) => [kindOf(one), one]));
    expect(faults(tableFaults, [...chosen.values()])).toEqual([]);
  });
});

function tableFaults({ document, pdf }: PublishedDocument): string[] {
  const structure = structureOf(pdf);
  const { lines, currency, merchant, type } = document;
  const isEnglish = merchant.language === 'en';
  const rows = findAll(structure, 'TR')
    .map(({ children }) => children.filter(({ tag }) => tag === 'TD'))
    .filter((cells) => cells.length === 5)
    .map((cells) => cells.map((cell) => squeezed(textOf(cell))));
  const missing = lines.filter((line) => {
    const { zh, en } = descriptionOf(line);
    const words = squeezed(isEnglish ? en : zh);
    const shown = formatAmountGrouped(line.amount, currency);
    return !rows.some((cells) => cells[0]?.startsWith(words) === true && cells[4] === shown);
  });
  const title = isEnglish ? LABELS[type].en : LABELS[type].zh;
  const [heading] = findAll(structure, 'H1');
  return [
    ...(heading !== undefined && textOf(heading).startsWith(title) ? [] : [title]),
    ...missing.map((line) => descriptionOf(line).en),
  ];
}

describe.runIf(isInstalled('pdftotext'))('pdftotext', () => {
  it.each([
    ['as it looks', '-layout'],
    ['as it is written', '-raw'],
  ])('%s: title, lines, totals, words and bank account come in this order', (_, way) => {
    expect(faults((one) => orderFaults(one, textIn(one.pdf, way)))).toEqual([]);
  });

  it('each amount is found as often as lines have it, and Chinese is whole', () => {
    expect(
      faults(({ document, pdf }) => {
        const text = textIn(pdf, '-raw');
        const amounts = document.lines.map(({ amount }) =>
          formatAmountGrouped(amount, document.currency),
        );
        const missing = amounts.filter(
          (amount) =>
            text.split(amount).length - 1 < amounts.filter((other) => other === amount).length,
        );
        const name = squeezed(document.merchant.name);
        return squeezed(text).includes(name) && !text.includes('\uFFFD')
          ? missing
          : [...missing, name];
      }),
    ).toEqual([]);
  });
});

const texts = new Map<string, string>();

/** The text of a PDF, read in some way; each is read once. */
function textIn(pdf: string, way: string): string {
  const key = `${way} ${pdf}`;
  const text = texts.get(key) ?? say('pdftotext', way, pdf, '-');
  texts.set(key, text);
  return text;
}

function orderFaults({ document, name }: PublishedDocument, text: string): string[] {
  const { merchant, lines, currency, total, issuer } = document;
  const isEnglish = merchant.language === 'en';
  const inOrder = [
    isEnglish ? LABELS[document.type].en : LABELS[document.type].zh,
    ...lines.slice(0, 1).map((line) => descriptionOf(line)[isEnglish ? 'en' : 'zh']),
    isEnglish ? LABELS.net.en : LABELS.net.zh,
    isEnglish ? LABELS.total.en : LABELS.total.zh,
    ...(isEnglish ? [] : [amountInChineseWords(total, currency)]),
    ...(asksForMoney(document) ? [issuer.bankAccount] : []),
  ].map(squeezed);
  const squeezedText = squeezed(text);
  let at = 0;
  return inOrder.flatMap((part) => {
    const found = squeezedText.indexOf(part, at);
    if (found < 0) return [`${part} is not behind what it should follow (${name})`];
    at = found + part.length;
    return [];
  });
}

describe.runIf(isInstalled('pdfdetach'))('pdfdetach', () => {
  it("takes out the document's own CSV, byte for byte", () => {
    const target = join(temporaryFolder(), 'taken-out.csv');
    expect(
      faults(({ document, pdf, csv }) => {
        const listed = say('pdfdetach', '-list', pdf).trim().split('\n');
        if (listed.length !== 2 || listed[1] !== `1: ${document.number}.csv`) return listed;
        say('pdfdetach', '-save', '1', '-o', target, pdf);
        return readFileSync(target).equals(csv) ? [] : ['other bytes'];
      }),
    ).toEqual([]);
  });
});
