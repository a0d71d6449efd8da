/** Points as people read them: 450 is "4.50". */
export function decimal(points: number): string {
  const whole = Math.trunc(Math.abs(points) / 100);
  const cents = String(Math.abs(points) % 100).padStart(2, "0");
  return `${points < 0 ? "-" : ""}${whole}.${cents}`;
}
