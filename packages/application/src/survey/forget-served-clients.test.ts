import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Survey } from "@yigong/core/survey/survey.ts";
import { expect, it } from "vitest";
import { forgetServed } from "./forget-served-clients.ts";

const NOW = "2026-12-01T00:00:00.000Z";
const ENDED = "2026-08-01T10:00:00.000Z";

interface Case {
  survey?: Partial<Survey> | undefined;
  status?: Lifecycle["status"];
  endedAt?: string;
}

/** Whether the contacts of one activity are erased, and which span of starts was asked for. */
async function forgotten({ survey, status = "done", endedAt = ENDED }: Case) {
  const activity = { id: "act_1", sessions: [{ startsAt: endedAt, endsAt: endedAt }] } as unknown as Activity;
  const erased: string[] = [];
  const spans: object[] = [];
  const pages: Record<string, { items: Activity[]; cursor?: string }> = {
    first: { items: [], cursor: "second" },
    second: { items: [activity] },
  };
  await forgetServed({
    activities: {
      startingBetween: async (span, { cursor = "first" }) => {
        spans.push(span);
        return pages[cursor] as never;
      },
    },
    lifecycles: { getMany: async () => new Map([["act_1", { status } as Lifecycle]]) },
    surveys: {
      get: async () => survey as Survey | undefined,
      served: { forget: async (id) => void erased.push(id) },
    },
    zone: "Asia/Shanghai",
    now: () => NOW,
  })();
  return { erased: erased.length > 0, span: spans[0] };
}

it.each<[string, boolean, Case]>([
  ["90 days after its survey closed", true, { survey: { status: "closed", closedAt: "2026-09-02T00:00:00.000Z" } }],
  ["a moment before that", false, { survey: { status: "closed", closedAt: "2026-09-02T00:00:00.001Z" } }],
  [
    "90 days after its survey was skipped",
    true,
    { survey: { status: "skipped", skippedAt: "2026-09-01T00:00:00.000Z" } },
  ],
  ["while its survey is open", false, { survey: { status: "open" } }],
  ["90 days after the end of one that was cancelled without a survey", true, { status: "cancelled" }],
  ["sooner after such an end", false, { status: "cancelled", endedAt: "2026-09-02T00:00:00.001Z" }],
  ["before its survey", false, { status: "archiving" }],
])("erases the contacts of an activity's clients %s: %s", async (_, erased, found) => {
  expect((await forgotten(found)).erased).toBe(erased);
});

it("looks at what began within 800 days, and no later than 90 days ago", async () => {
  expect((await forgotten({})).span).toEqual({ from: "2024-09-22T00:00:00.000Z", to: "2026-09-02T00:00:00.000Z" });
});
