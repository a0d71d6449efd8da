import { describe, expect, it } from "vitest";
import * as Sample from "../participation/participation.builder.ts";
import { type Entry, sessionEntry } from "./entry.ts";

const AT = Sample.RECRUITING;
const [place, activity] = [Sample.row(1, 1), Sample.activity()];
const on = (stage: Parameters<typeof Sample.lifecycle>[0]) => ({
  activity,
  lifecycle: Sample.lifecycle(stage),
  at: AT,
});
const sequence = (entry: Entry | undefined) => entry?.sequence ?? -1;

describe("a place in the calendar", () => {
  it("is tentative until places are given out, and then certain, as a later change of the same entry", () => {
    const [before, after] = [sessionEntry(place, on("Recruit")), sessionEntry(place, on("Execute"))];

    expect([before?.status, after?.status]).toEqual(["TENTATIVE", "CONFIRMED"]);
    expect(after?.uid).toBe(before?.uid);
    expect(sequence(after)).toBeGreaterThan(sequence(before));
  });

  it("is none for who waits, and is called off for who withdrew or was released", () => {
    const of = (state: "waiting" | "withdrawn" | "released") =>
      sessionEntry(Sample.row(1, 1, state), on("Cover"))?.status;

    expect([of("waiting"), of("withdrawn"), of("released")]).toEqual([undefined, "CANCELLED", "CANCELLED"]);
  });

  it("moves with the session, as a later change of the same entry", () => {
    const moved = Sample.activity({
      version: 1,
      sessions: [
        Sample.session(20, {
          startsAt: "2026-09-13T01:00:00.000Z",
          endsAt: "2026-09-13T05:00:00.000Z",
          movedAt: "2026-09-03T00:00:00.000Z",
        }),
      ],
    });
    const [before, after] = [
      sessionEntry(place, on("Execute")),
      sessionEntry(place, { ...on("Execute"), activity: moved }),
    ];

    expect([after?.from, after?.to, after?.changedAt]).toEqual([
      "2026-09-13T01:00:00.000Z",
      "2026-09-13T05:00:00.000Z",
      "2026-09-03T00:00:00.000Z",
    ]);
    expect([after?.uid, sequence(after)]).toEqual([before?.uid, sequence(before) + 1]);
  });

  it("comes back as a later change when somebody who withdrew signs up again", () => {
    const back = { ...place, since: "2026-09-01T02:00:03.000Z" };
    const gone = { ...Sample.row(1, 1, "withdrawn"), since: "2026-09-01T02:00:02.000Z" };
    const numbers = [place, gone, back].map((row) => sequence(sessionEntry(row, on("Recruit"))));

    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(3);
  });

  it.each([
    ["2026-10-01T01:59:59.999Z", "CANCELLED"],
    ["2026-10-01T02:00:00.000Z", undefined],
  ])("is told as cancelled for 30 days, at %s as %s", (at, status) => {
    const lifecycle = {
      ...Sample.lifecycle("Recruit"),
      status: "cancelled",
      cancelledIn: "Recruit",
      cancellation: { kind: "requested", at: AT, by: "mem_1", reason: "台风" },
    } as Parameters<typeof sessionEntry>[1]["lifecycle"];

    expect(sessionEntry(place, { activity, lifecycle, at })?.status).toBe(status);
  });
});
