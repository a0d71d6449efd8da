/** How a figure is counted. @source the alliance's annual report */
export const UNITS = ["人次", "人", "次", "件", "份", "%", "名", "分"] as const;

/** A number of the annual report, counted from records. */
export interface Figure<Deps = never> {
  /** Stable, such as `V1`. */
  id: string;
  title: string;
  unit: (typeof UNITS)[number];
  /** What is counted and what is not, in one sentence. */
  definition: string;
  /** 0 public, 1 internal, 2 personal, 3 sensitive: a sensitive figure of fewer than five people is not printed. */
  privacy: 0 | 1 | 2 | 3;
  decimals: 0 | 1 | 2;
  /** @param year - the alliance's local year */
  count(deps: Deps, year: number): Promise<number>;
}
