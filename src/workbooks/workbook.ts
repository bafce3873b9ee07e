/** Opens an Excel workbook (`.xlsx`, `.xlsm`; transitional or strict) and reads its sheets. */
import { append } from '../append.js';
import { CellFormats } from './cell-formats.js';
import type { CellContext } from './cell.js';
import { isEncrypted, packageKindOf } from './file-kind.js';
import { PackageParts, type Relationship } from './package-parts.js';
import type { DateSystem } from './serial-date.js';
import { SharedStrings } from './shared-strings.js';
import { readSheet, type SheetReading } from './sheet-rows.js';
import { orBroken, WorkbookFault } from './workbook-fault.js';
import { localName, xmlElements, type XmlElement } from './xml-elements.js';

const SHEETS_MAX = 1000;

export interface Sheet {
  readonly name: string;
  /** By hand, or by a program so that nobody can show it. */
  readonly isHidden: boolean;
  /** The part that holds it. */
  readonly part: string;
}

/** The main part, read. Sheets that hold a chart alone are left out. */
interface Contents {
  readonly sheets: readonly Sheet[];
  readonly system: DateSystem;
}

/** A workbook that is open; `close` it. */
export class Workbook {
  constructor(
    private readonly parts: PackageParts,
    private readonly context: Omit<CellContext, 'decimalMark'>,
    /** In the order of their tabs. */
    readonly sheets: readonly Sheet[],
  ) {}

  /** The sheet of that name (blanks around it do not count), or at that place from 1; without either the first that is not hidden. */
  sheet(nameOrPlace?: string | number): Sheet | undefined {
    if (nameOrPlace === undefined) return this.sheets.find((sheet) => !sheet.isHidden);
    if (typeof nameOrPlace === 'number') return this.sheets[nameOrPlace - 1];
    return this.sheets.find((sheet) => sheet.name.trim() === nameOrPlace.trim());
  }

  /**
   * Reads a sheet, its numbers with the decimal mark of the texts beside them. What is broken in it is thrown
   * as a `WorkbookFault`, here or while its rows are read.
   */
  async read(sheet: Sheet, decimalMark: CellContext['decimalMark'] = '.'): Promise<SheetReading> {
    const context = { ...this.context, decimalMark };
    return orBroken(async () => readSheet(await this.parts.text(sheet.part), context));
  }

  close(): void {
    this.parts.close();
  }
}

/** Throws a `WorkbookFault` where the file is no workbook, or one that is not read. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const kind = await packageKindOf(path);
  if (kind === 'old') throw new WorkbookFault((await isEncrypted(path)) ? 'encrypted' : 'old');
  if (kind === 'other') throw new WorkbookFault('no-workbook');
  const parts = await orBroken(() => PackageParts.open(path));
  try {
    return await orBroken(() => workbookOf(parts));
  } catch (thrown) {
    parts.close();
    throw thrown;
  }
}

async function workbookOf(parts: PackageParts): Promise<Workbook> {
  const main = await mainPart(parts);
  const arrows = await parts.relationships(main);
  const { sheets, system } = await contentsOf(parts, main, arrows);
  const strings = arrows.find(({ kind }) => kind === 'sharedStrings')?.target;
  const styles = arrows.find(({ kind }) => kind === 'styles')?.target;
  const context = {
    system,
    strings:
      strings === undefined
        ? new SharedStrings()
        : await SharedStrings.read(await parts.text(strings)),
    formats:
      styles === undefined ? new CellFormats([]) : await CellFormats.read(await parts.text(styles)),
  };
  return new Workbook(parts, context, sheets);
}

async function mainPart(parts: PackageParts): Promise<string> {
  if (parts.has('content.xml')) throw new WorkbookFault('open-document');
  const arrows = await parts.relationships('');
  const main = arrows.find(({ kind }) => kind === 'officeDocument')?.target;
  if (main === undefined || !/workbook/i.test(main)) throw new WorkbookFault('no-workbook');
  if (main.endsWith('.bin')) throw new WorkbookFault('binary');
  return main;
}

async function contentsOf(
  parts: PackageParts,
  main: string,
  arrows: readonly Relationship[],
): Promise<Contents> {
  const sheets: Sheet[] = [];
  let system: DateSystem = 1900;
  await xmlElements(await parts.text(main), ({ name, attributes }) => {
    if (name === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) system = 1904;
    if (name === 'sheet') append(sheets, sheetOf(attributes, arrows));
    if (sheets.length > SHEETS_MAX) throw new Error(`more than ${SHEETS_MAX} sheets`);
  });
  return { sheets, system };
}

/** The sheet that a tag names, or none for a chart. */
function sheetOf(attributes: XmlElement['attributes'], arrows: readonly Relationship[]): Sheet[] {
  const name = attributes['name'] ?? '';
  const id = Object.entries(attributes).find(
    ([key]) => key !== 'id' && localName(key) === 'id',
  )?.[1];
  const arrow = arrows.find((one) => one.id === id);
  if (arrow === undefined) throw new Error(`the sheet ${name} is nowhere`);
  if (arrow.kind !== 'worksheet') return [];
  const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
  return [{ name, isHidden, part: arrow.target }];
}
