/**
 * Reads the basis of a line as somebody would who has the CSV alone: by its own grammar and its own
 * fractions, without a line of the program. It is there to check the program.
 *
 *     basis   = { clause "; " } sum
 *     clause  = name " = " sum " = " number [ " <= " number ]
 *     sum     = [ "−" ] product { ( " + " | " − " ) product }
 *     product = factor { ( " × " | " / " ) factor }
 *     factor  = [ name " " ] number | "(" sum ")" | ( "min" | "max" | "round" ) "(" sum { ", " sum } ")"
 *     name    = letters [ "[" anything "]" ]
 *     number  = [ "-" ] digits [ "." digits ] [ "/" digits ]
 */
type Fraction = readonly [numerator: bigint, denominator: bigint];

export interface ReadBasis {
  /** In minor units, rounded half away from zero. */
  readonly amount: bigint;
  /** What is not true in the clauses. */
  readonly untrue: readonly string[];
}

/** `fractionDigits` are those of the currency of the line. */
export function readBasis(text: string, fractionDigits: number): ReadBasis {
  const reader = new BasisReader(text, fractionDigits);
  return reader.basis();
}

const TOKEN =
  /(?<name>[a-z_]+(?:\[[^\]]*\])?)|(?<number>-?\d+(?:\.\d+)?(?:\/\d+)?)|(?<sign><=|[;=(),+−×/])/gu;

class BasisReader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly fractionDigits: number,
  ) {
    const found = [...text.matchAll(TOKEN)].map(([token]) => token);
    const rest = text.replace(TOKEN, '').trim();
    if (rest !== '') throw new Error(`${text}: what is ${rest}?`);
    this.tokens = found;
  }

  basis(): ReadBasis {
    const untrue: string[] = [];
    while (this.tokens[this.at + 1] === '=') untrue.push(...this.clause());
    const value = this.sum();
    if (this.at !== this.tokens.length) this.fail();
    return { amount: this.minorUnits(value), untrue };
  }

  private clause(): string[] {
    const name = this.next();
    this.expect('=');
    const formula = this.sum();
    this.expect('=');
    const shown = this.next();
    const value = fractionOf(shown);
    const untrue = isShownAs(formula, value, shown) ? [] : [`${name} is not ${shown}`];
    if (this.take('<=')) {
      const limit = fractionOf(this.next());
      if (compare(formula, limit) > 0) untrue.push(`${name} is above its limit`);
    }
    this.expect(';');
    return untrue;
  }

  private sum(): Fraction {
    let value = this.take('−') ? minus(ZERO, this.product()) : this.product();
    for (;;) {
      if (this.take('+')) value = minus(value, minus(ZERO, this.product()));
      else if (this.take('−')) value = minus(value, this.product());
      else return value;
    }
  }

  private product(): Fraction {
    let value = this.factor();
    for (;;) {
      if (this.take('×')) value = times(value, this.factor());
      else if (this.take('/')) value = times(value, inverted(this.factor()));
      else return value;
    }
  }

  private factor(): Fraction {
    const token = this.next();
    if (token === '(') {
      const value = this.sum();
      this.expect(')');
      return value;
    }
    if (this.take('(')) return this.called(token);
    return /^[a-z_]/.test(token) ? fractionOf(this.next()) : fractionOf(token);
  }

  private called(name: string): Fraction {
    const values = [this.sum()];
    while (this.take(',')) values.push(this.sum());
    this.expect(')');
    const sorted = [...values].sort(compare);
    const found = { min: sorted[0], max: sorted.at(-1), round: this.rounded(values) }[name];
    return found ?? this.fail();
  }

  private rounded([value = ZERO]: readonly Fraction[]): Fraction {
    return [this.minorUnits(value), 10n ** BigInt(this.fractionDigits)];
  }

  /** Half away from zero. */
  private minorUnits([numerator, denominator]: Fraction): bigint {
    const scaled = numerator * 10n ** BigInt(this.fractionDigits);
    const magnitude = (2n * (scaled < 0n ? -scaled : scaled) + denominator) / (2n * denominator);
    return scaled < 0n ? -magnitude : magnitude;
  }

  private take(sign: string): boolean {
    if (this.tokens[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.take(sign)) this.fail();
  }

  private next(): string {
    const token = this.tokens[this.at];
    this.at += 1;
    return token ?? this.fail();
  }

  private fail(): never {
    throw new Error(`${this.text}: ${this.tokens[this.at] ?? 'the end'} is not expected`);
  }
}

const ZERO: Fraction = [0n, 1n];

function fractionOf(text: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:\/(\d+))?$/.exec(text);
  if (match === null) throw new Error(`${text} is no number`);
  const [, sign = '', whole = '', digits = '', divisor = '1'] = match;
  return [BigInt(sign + whole + digits), 10n ** BigInt(digits.length) * BigInt(divisor)];
}

function minus([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * d - c * b, b * d];
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * c, b * d];
}

function inverted([a, b]: Fraction): Fraction {
  return a < 0n ? [-b, -a] : [b, a];
}

function compare(left: Fraction, right: Fraction): number {
  const [difference] = minus(left, right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Exactly, or to within half of the last of six digits. */
function isShownAs(value: Fraction, shown: Fraction, text: string): boolean {
  const [numerator, denominator] = minus(value, shown);
  const error = numerator < 0n ? -numerator : numerator;
  return numerator === 0n || (text.includes('.') && error * 2_000_000n <= denominator);
}
