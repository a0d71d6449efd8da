/** An exact fraction; the denominator is positive. */
export interface Ratio {
  over: bigint;
  under: bigint;
}

export const NOTHING: Ratio = { over: 0n, under: 1n };

/** The sum of whole numbers, over how many there are as the denominator. */
export const meanOf = (values: readonly number[]): Ratio => ({ over: sumOf(values), under: BigInt(values.length) });

export const sumOf = (values: readonly number[]): bigint => values.reduce((sum, value) => sum + BigInt(value), 0n);

export const plus = (a: Ratio, b: Ratio): Ratio => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { over: -b.over, under: b.under });

/** So many times as much. */
export const times = ({ over, under }: Ratio, many: number): Ratio => ({ over: over * BigInt(many), under });

/** Of some fractions the mean. */
export function meanOfRatios(all: readonly Ratio[]): Ratio {
  const { over, under } = all.reduce(plus, NOTHING);
  return { over, under: under * BigInt(all.length) };
}

/** Rounds half up, towards more: 0.5 is 1 and -0.5 is 0. @param unit - what counts as one */
export function rounded({ over, under }: Ratio, unit = 1n): bigint {
  const [twice, half] = [2n * over + unit * under, 2n * unit * under];
  const whole = twice / half;
  return twice < 0n && whole * half !== twice ? whole - 1n : whole;
}

/** A whole number of tenths as a decimal. */
export const tenths = (value: bigint): string => decimal(value, 1);

/** A fraction in tenths or hundredths, rounded half up. */
export const decimalOf = (value: Ratio, digits: 1 | 2): string =>
  decimal(rounded(times(value, digits === 1 ? 10 : 100)), digits);

function decimal(value: bigint, digits: 1 | 2): string {
  const [sign, size] = value < 0n ? ["-", -value] : ["", value];
  const unit = digits === 1 ? 10n : 100n;
  return `${sign}${size / unit}.${String(size % unit).padStart(digits, "0")}`;
}

/** With its sign, unless it is nothing. */
export const signed = (text: string): string => (/^-|^0(\.0+)?$/.test(text) ? text : `+${text}`);
