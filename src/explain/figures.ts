/** The figures of a line's basis, as exact values. */
import { Rational } from '../money/rational.js';
import type { Figure, FigureName, Line } from '../pricing/line.js';

export class Figures {
  constructor(private readonly line: Pick<Line, 'basis'>) {}

  all(name: FigureName): readonly Figure[] {
    return this.line.basis.filter((figure) => figure.name === name);
  }

  has(name: FigureName): boolean {
    return this.all(name).length > 0;
  }

  /** The first figure of a name as it is printed; an empty text where there is none. */
  text(name: FigureName): string {
    return this.all(name)[0]?.value ?? '';
  }

  value(name: FigureName): Rational {
    return valueOf(this.text(name));
  }

  /**
   * A figure that is printed rounded, as the exact value that it was rounded from, where it is known:
   * 977/48 agent-days are printed as 20.354167.
   */
  exactly(name: FigureName, exact: Rational): Rational {
    const text = this.text(name);
    return exact.toDecimal() === text ? exact : valueOf(text);
  }
}

/** 0 for what is no number: the amount will not come out then, and the explanation says so. */
export function valueOf(text: string): Rational {
  return Rational.parseDecimal(text) ?? Rational.ZERO;
}

/** `2026-10: 01 02` or `2026-10-01 2026-10-02` → `2026-10-01`, `2026-10-02`. */
export function datesOf(text: string): string[] {
  const [month = '', days] = text.split(': ');
  const dates =
    days === undefined ? text.split(' ') : days.split(' ').map((day) => `${month}-${day}`);
  return dates.filter((date) => date !== '');
}
