import type { Stage } from "@yigong/core/lifecycle/lifecycle.ts";
import type { timelineWords } from "@yigong/core/lifecycle/timeline.words.ts";
import type { By } from "@yigong/core/permission/actor.ts";

type Key = keyof (typeof timelineWords)["zh-CN"];
type Suffix<Prefix extends string> = Key extends infer K ? (K extends `${Prefix}.${infer Rest}` ? Rest : never) : never;

export type RuleId = Suffix<"timeline.rule">;
export type StepName = Suffix<"timeline.step">;
export type RowName = Suffix<"timeline.row">;
/** The tabs of an activity's page, where the records behind a count are. */
export type Tab = "people" | "cover" | "checkIn" | "archive" | "survey" | "points";

/** A count or a fact that a step rests on: in words, or a person. Instants are values under names that end in `At` or are `at`. */
export type Row =
  | { name: RowName; values?: Readonly<Record<string, string | number>>; tab?: Tab | undefined }
  | { memberId: string };

/** One thing that happened to an activity, before it is worded. */
export type Item = { at: string; stage?: Stage | undefined; rule?: RuleId | undefined; rows: readonly Row[] } & (
  | { kind: "automatic"; step: StepName; values?: Readonly<Record<string, string | number>> }
  | { kind: "automatic"; action: string; detail?: Readonly<Record<string, unknown>> | undefined }
  | {
      kind: "person";
      action: string;
      detail?: Readonly<Record<string, unknown>> | undefined;
      by: By;
      reason?: string | undefined;
    }
);

/** A count as a row; none when it was not counted. */
export const counted = (name: RowName, n: number | undefined, tab?: Tab): Row[] =>
  n === undefined ? [] : [{ name, values: { n }, tab }];
