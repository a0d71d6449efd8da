/** An exact mean, such as `22/5`, as a number. */
export function meanOf(mean: string | null): number | undefined {
  if (mean === null) return undefined;
  const [numerator = 0, denominator = 1] = mean.split("/").map(Number);
  return numerator / denominator;
}
export const meanText = (mean: string | null): string => meanOf(mean)?.toFixed(2) ?? "–";
