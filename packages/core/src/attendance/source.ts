import type { Info, Present } from "./attendance.ts";

/** Where an attendance or absence comes from, as people are shown it. */
export const SOURCES = ["code", "leader", "steward", "paper", "lateEntry", "automatic"] as const;
export type Source = (typeof SOURCES)[number];

const BY_METHOD = {
  code: "code",
  rollCall: "leader",
  steward: "steward",
  paper: "paper",
  backEntry: "lateEntry",
} as const satisfies Record<Present["method"], Source>;

/** The source of a row. `automatic`: nobody said so, the end of the stage did. */
export function sourceOf(row: Info): Source {
  if (row.state === "present") return BY_METHOD[row.method];
  if (row.by === "system") return "automatic";
  return row.paper ? "paper" : "leader";
}
