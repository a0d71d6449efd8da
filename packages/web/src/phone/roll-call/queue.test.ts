import { describe, expect, it } from "vitest";
import type { Synced } from "../../shared/api/routes.ts";
import { answered, type Entry, NOTHING, tapped } from "./queue.ts";

const entry = (memberId: string, key: string, state: Entry["state"] = "present"): Entry => ({
  ...{ key, memberId, state, occurredAt: "2026-09-05T01:00:00.000Z", offsetMs: 0 },
});
const synced = (one: Entry, outcome: Synced["outcome"]): Synced => ({
  ...{ key: one.key, memberId: one.memberId, outcome, outcomeText: outcome },
});

describe("a roll-call on a phone", () => {
  it("keeps the last word about somebody that has not been sent yet", () => {
    const kept = tapped(tapped(NOTHING, entry("a", "1")), entry("a", "2", "absent"));

    expect(kept.entries).toEqual([entry("a", "2", "absent")]);
  });

  it("forgets what was taken, and keeps what was tapped while it was sent", () => {
    const sent = [entry("a", "1"), entry("b", "2")];
    const meanwhile = tapped({ ...NOTHING, entries: sent }, entry("a", "3", "absent"));
    const kept = answered(
      meanwhile,
      sent,
      sent.map((one) => synced(one, "recorded")),
    );

    expect(kept.entries).toEqual([entry("a", "3", "absent")]);
    expect(kept.unsettled).toEqual({});
  });

  it.each(["contradicts", "needsSecondPerson", "refused"] as const)("shows what %s until it is settled", (outcome) => {
    const sent = [entry("a", "1")];
    const kept = answered(
      { ...NOTHING, entries: sent },
      sent,
      sent.map((one) => synced(one, outcome)),
    );

    expect(kept.entries).toEqual([]);
    expect(kept.unsettled.a).toMatchObject({ outcome, entry: sent[0] });
    expect(tapped(kept, entry("a", "2")).unsettled).toEqual({});
  });
});
