import { type SendTaskFailureCommand, SendTaskSuccessCommand, type SFNClient } from "@aws-sdk/client-sfn";
import { fresh, PLAN, standingIn } from "@yigong/core/lifecycle/lifecycle.builder.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { cancel, close, supersede } from "@yigong/core/lifecycle/move.ts";
import type { Info as Token } from "@yigong/core/lifecycle/token.ts";
import { describe, expect, it } from "vitest";
import { sendNudge } from "./nudge.ts";

const AT = "2026-09-02T00:00:00.000Z";
const { activityId } = fresh();
const effect = { kind: "lifecycle.nudge" as const, id: "nudge", dueAt: AT, activityId };
const token: Token = {
  activityId,
  token: "sfn1.first",
  stage: "Recruit",
  generation: 1,
  visit: 0,
  attempt: 0,
  plan: PLAN,
  at: AT,
};
const closed = close(fresh(), "Recruit", { kind: "closedEarly", at: AT, by: "mem_1" });
const cancelled = cancel(fresh(), { kind: "requested", at: AT, by: "mem_1", reason: "下雨" });
const Recruit = ["2026-09-09T10:00:00.000Z"];
const moved: Lifecycle = { ...fresh(), plan: { ...PLAN, Recruit } };

interface Scene {
  /** What the token's row holds, read by read. */
  tokens?: (Token | undefined)[];
  row?: Lifecycle;
  /** The name of the error with which an answer is refused. */
  refused?: string;
  now?: string;
}

/** Sends one nudge. @returns what became of it, what was read in which order, and what was sent */
async function nudged({ tokens = [token], row = closed, refused, now = AT }: Scene) {
  const reads: string[] = [];
  const sent: object[] = [];
  const left = [...tokens];
  const lifecycles = {
    token: async () => {
      reads.push("token");
      return left.length > 1 ? left.shift() : left[0];
    },
    get: async () => {
      reads.push("lifecycle");
      return row;
    },
  } as Partial<Lifecycles> as Lifecycles;
  const sfn = {
    send: async (command: SendTaskSuccessCommand | SendTaskFailureCommand) => {
      const kind = command instanceof SendTaskSuccessCommand ? "success" : "failure";
      sent.push({ kind, ...command.input });
      if (refused) throw Object.assign(new Error("refused"), { name: refused });
    },
  } as unknown as SFNClient;
  const handled = sendNudge({ lifecycles, sfn, now: () => now })(effect);
  return { handled: await handled.catch((error: Error) => error.name), reads, sent };
}

describe("what a nudge tells a waiting execution", () => {
  it.each([
    ["that its stage is over", closed, { kind: "success", output: JSON.stringify({ plan: PLAN }) }],
    ["that the activity is cancelled", cancelled, { error: "activity.cancelled" }],
    ["which due instants hold now", moved, { error: "stage.changed", cause: JSON.stringify({ plan: moved.plan }) }],
    [
      "that another generation carries the activity",
      supersede(closed, { at: AT, definition: "1" }),
      { error: "lifecycle.superseded" },
    ],
  ])("is %s", async (_, row, told) => {
    const { handled, sent } = await nudged({ row });

    expect(sent).toMatchObject([{ taskToken: token.token, ...told }]);
    expect(handled).toEqual({ state: "done" });
  });

  it.each([
    ["its stage is open", fresh(), [token]],
    ["nobody waits yet", closed, [undefined]],
    [
      "another stage than its own is over",
      { ...standingIn("Cover"), plan: PLAN },
      [{ ...token, stage: "Cover" as const }],
    ],
  ])("is nothing when %s", async (_, row, tokens) => {
    const { handled, sent } = await nudged({ row, tokens });

    expect(sent).toEqual([]);
    expect(handled).toEqual({ state: "done" });
  });

  it("is judged by the token's row first and the lifecycle's second", async () => {
    expect((await nudged({})).reads).toEqual(["token", "lifecycle"]);
  });
});

const newer = { ...token, visit: 1, token: "sfn1.second" };

describe.each(["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"])("an answer refused with %s", (refused) => {
  it("is tried again at once when a newer token came", async () => {
    const { handled } = await nudged({ refused, tokens: [token, newer] });

    expect(handled).toEqual({ state: "later", dueAt: AT });
  });

  it.each([
    ["a minute later while it is fresh", AT, { state: "later", dueAt: "2026-09-02T00:01:00.000Z" }],
    ["up to a quarter of an hour", "2026-09-02T00:14:59.999Z", { state: "later", dueAt: "2026-09-02T00:15:59.999Z" }],
    ["no more after a quarter of an hour", "2026-09-02T00:15:00.000Z", { state: "done" }],
  ])("is tried with the same token %s", async (_, now, handled) => {
    expect((await nudged({ refused, now })).handled).toEqual(handled);
  });
});

it("leaves any other error to the outbox, which tries again", async () => {
  expect((await nudged({ refused: "ThrottlingException" })).handled).toBe("ThrottlingException");
});
