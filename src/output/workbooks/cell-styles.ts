/** The few styles of what we write: text, bold text, and numbers by how many decimals they show. */

/** Format 49 is `@`: what is typed over a text cell stays text. */
const TEXT_FORMAT = 49;
/** The first number for a format of one's own. */
const OWN_FORMAT = 164;

export const TEXT_STYLE = 1;
export const BOLD_STYLE = 2;

export class CellStyles {
  /** By decimals, in the order of their first use. */
  private readonly shown: number[] = [];

  /** The style of numbers with so many decimals. */
  decimals(decimals: number): number {
    if (!this.shown.includes(decimals)) this.shown.push(decimals);
    return BOLD_STYLE + 1 + this.shown.indexOf(decimals);
  }

  xml(namespace: string): string {
    const formats = this.shown.map((decimals, place) => {
      const code = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
      return `<numFmt numFmtId="${OWN_FORMAT + place}" formatCode="${code}"/>`;
    });
    const styles = [
      style(0, 0),
      style(TEXT_FORMAT, 0),
      style(TEXT_FORMAT, 1),
      ...this.shown.map((_, place) => style(OWN_FORMAT + place, 0)),
    ];
    const fonts = '<font><sz val="11"/></font><font><b/><sz val="11"/></font>';
    const none = '<fill><patternFill patternType="none"/></fill>';
    const grey = '<fill><patternFill patternType="gray125"/></fill>';
    return (
      `<styleSheet xmlns="${namespace}">` +
      (formats.length === 0 ? '' : list('numFmts', formats)) +
      `<fonts count="2">${fonts}</fonts><fills count="2">${none}${grey}</fills>` +
      '<borders count="1"><border/></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `${list('cellXfs', styles)}</styleSheet>`
    );
  }
}

function style(format: number, font: number): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
