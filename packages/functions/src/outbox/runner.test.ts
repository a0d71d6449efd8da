import { done, type Handled, type Handlers } from "@yigong/application/ports/effect-handler.ts";
import { correlation, withCorrelation } from "@yigong/core/lib/correlation.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectOf, Row } from "@yigong/core/outbox/outbox.ts";
import { describe, expect, it } from "vitest";
import type { Fields, MetricName, Observe } from "../observe/observe.ts";
import { outboxRunner } from "./runner.ts";

const NOW = "2026-09-01T00:00:00.000Z";
const nudge = (id: string, dueAt = NOW): EffectOf<"lifecycle.nudge"> => ({
  kind: "lifecycle.nudge",
  id,
  dueAt,
  activityId: "act_1",
});

type Handle = (id: string, row: Row) => Promise<Handled>;

/** An outbox in memory whose only kind of effect does what a test says. */
function outboxOf(ids: readonly string[], handle: Handle) {
  const rows = new Map<string, Row & { dueAt: string }>();
  const clock = { at: NOW };
  const broken = { yes: false };
  const reports: string[] = [];
  const lines: [string, Fields | undefined][] = [];
  const counts: Partial<Record<MetricName, number[]>> = {};
  const observe: Observe = {
    log: (_, event, fields) => lines.push([event, fields]),
    fault: (what, error, { effect, attempts, kind } = {}) =>
      reports.push([what, kind, effect, attempts, String(error)].join(" ")),
    count: (metric, value = 1) => {
      counts[metric] = [...(counts[metric] ?? []), value];
    },
  };
  const put = (id: string, dueAt = NOW) =>
    rows.set(id, { effect: nudge(id, dueAt), attempts: 0, createdAt: NOW, dueAt });
  for (const id of ids) put(id);
  const change = (id: string, to: Partial<Row & { dueAt: string }>) => {
    const row = rows.get(id);
    if (row) rows.set(id, { ...row, ...to });
  };
  /** What the index shows besides, as one that lags behind does. */
  const stale: Row[] = [];
  const store: Pick<OutboxRows, "due" | "stillDue" | "advance" | "defer" | "done"> = {
    due: async (at, limit, lane) => {
      if (broken.yes) throw new Error("away");
      if (lane !== "engine") return [];
      const shown = new Set(stale.map(({ effect }) => effect.id));
      const fresh = [...rows.values()].filter(({ effect, dueAt }) => dueAt <= at && !shown.has(effect.id));
      return [...stale, ...fresh].slice(0, limit);
    },
    stillDue: async (id, at) => {
      const row = rows.get(id);
      return row && row.dueAt <= at ? row : undefined;
    },
    advance: async (id, cursor) => change(id, { cursor, attempts: 0 }),
    defer: async ({ id }, next) => change(id, next),
    done: async (id) => void rows.delete(id),
  };
  const handlers = { "lifecycle.nudge": ({ id }, row) => handle(id, row) } satisfies Partial<Handlers>;
  const outbox = outboxRunner({
    rows: store as OutboxRows,
    handlers: handlers as unknown as Handlers,
    now: () => clock.at,
    observe,
  });
  return { outbox, rows, clock, reports, lines, counts, broken, put, stale };
}

describe("an index that lags behind", () => {
  it("has nothing sent again that is done", async () => {
    const sent: string[] = [];
    const { outbox, stale } = outboxOf([], async (id) => {
      sent.push(id);
      return done;
    });
    stale.push({ effect: nudge("gone"), attempts: 0, createdAt: NOW });

    expect(await outbox.run()).toBe(0);
    expect(sent).toEqual([]);
  });

  it("has nothing tried before its time that was put off", async () => {
    const sent: string[] = [];
    const { outbox, rows, stale } = outboxOf([], async (id) => {
      sent.push(id);
      return done;
    });
    const row = { effect: nudge("later"), attempts: 3, createdAt: NOW };
    rows.set("later", { ...row, dueAt: "2026-09-01T00:10:00.000Z" });
    stale.push({ ...row, attempts: 2 });
    await outbox.run();

    expect([sent, rows.get("later")?.attempts]).toEqual([[], 3]);
  });

  it("has a fan-out go on where it is, and not where the index last saw it", async () => {
    const cursors: (string | undefined)[] = [];
    const { outbox, rows, stale } = outboxOf([], async (_, { cursor }) => {
      cursors.push(cursor);
      return done;
    });
    const row = { effect: nudge("all"), attempts: 0, createdAt: NOW };
    rows.set("all", { ...row, cursor: "7", dueAt: NOW });
    stale.push(row);
    await outbox.run();

    expect(cursors).toEqual(["7"]);
  });
});

describe("sending what is due", () => {
  it("sends everything, more than one batch of it, and takes the rows away", async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `e${n}`);
    const sent: string[] = [];
    const { outbox, rows } = outboxOf(ids, async (id) => {
      sent.push(id);
      return done;
    });

    expect(await outbox.run()).toBe(60);
    expect(sent.sort()).toEqual(ids.sort());
    expect(rows.size).toBe(0);
  });

  it("leaves what is due later", async () => {
    const { outbox, rows, put } = outboxOf([], async () => done);
    put("later", "2026-09-01T00:00:00.001Z");

    expect(await outbox.run()).toBe(0);
    expect(rows.size).toBe(1);
  });

  it("sends in the same run what an effect caused at once", async () => {
    const { outbox, rows, put } = outboxOf(["first"], async (id) => {
      if (id === "first") put("second");
      return done;
    });

    expect(await outbox.run()).toBe(2);
    expect(rows.size).toBe(0);
  });

  it("works on eight at a time at the most", async () => {
    let busy = 0;
    let most = 0;
    const ids = Array.from({ length: 20 }, (_, n) => `e${n}`);
    const { outbox } = outboxOf(ids, async () => {
      busy += 1;
      most = Math.max(most, busy);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= 1;
      return done;
    });
    await outbox.run();

    expect(most).toBe(8);
  });
});

describe("a run that has to end", () => {
  const STOP = "2026-09-01T00:01:00.000Z";

  it("begins nothing from its last instant on, ends what it has begun, and leaves the rest to the next run", async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `e${n}`);
    const sent: string[] = [];
    const { outbox, rows, clock, counts } = outboxOf(ids, async (id) => {
      if (sent.length >= 20) clock.at = STOP;
      await new Promise((resolve) => setImmediate(resolve));
      sent.push(id);
      return done;
    });
    const first = await outbox.run(STOP);

    expect([first, rows.size]).toEqual([sent.length, 60 - sent.length]);
    expect(first).toBeLessThan(30);
    expect(counts.OutboxAgeSeconds).toEqual([60]);
    expect([await outbox.run(), rows.size, new Set(sent).size]).toEqual([60 - first, 0, 60]);
  });

  it("stops a fan-out between two parts and goes on from there", async () => {
    const cursors: (string | undefined)[] = [];
    const { outbox, rows, clock } = outboxOf(["all"], async (_, { cursor }) => {
      cursors.push(cursor);
      clock.at = cursors.length === 2 ? STOP : clock.at;
      return cursors.length < 4 ? { state: "more", cursor: String(cursors.length) } : done;
    });
    await outbox.run(STOP);

    expect([cursors, rows.get("all")?.cursor]).toEqual([[undefined, "1"], "2"]);
    await outbox.run();
    expect([cursors, rows.size]).toEqual([[undefined, "1", "2", "3"], 0]);
  });

  it("tells how old the oldest is when its time is over before anything was looked at", async () => {
    const { outbox, clock, counts } = outboxOf(["all"], async () => done);
    clock.at = STOP;
    await outbox.run(STOP);

    expect(counts.OutboxAgeSeconds).toEqual([60]);
  });

  it("asks for nothing when its time is over at once", async () => {
    const { outbox, rows } = outboxOf(["all"], async () => done);

    expect([await outbox.run(NOW), rows.size]).toEqual([0, 1]);
  });
});

describe("a fan-out", () => {
  it("goes on from its cursor until it is done", async () => {
    const cursors: (string | undefined)[] = [];
    const { outbox, rows } = outboxOf(["all"], async (_, { cursor }) => {
      cursors.push(cursor);
      return cursors.length < 3 ? { state: "more", cursor: String(cursors.length) } : done;
    });
    await outbox.run();

    expect(cursors).toEqual([undefined, "1", "2"]);
    expect(rows.size).toBe(0);
  });

  it("lets others have their turn after some parts", async () => {
    const order: string[] = [];
    const { outbox, put } = outboxOf(["all"], async (id, { cursor }) => {
      order.push(id);
      if (id !== "all") return done;
      const next = Number(cursor ?? 0) + 1;
      if (next === 2) put("start");
      return next < 12 ? { state: "more", cursor: String(next) } : done;
    });
    await outbox.run();

    expect(order.filter((id) => id === "all")).toHaveLength(12);
    expect(order.indexOf("start")).toBeLessThan(7);
  });

  it("pauses between its turns when it is in no hurry, keeping where it goes on", async () => {
    const { outbox, rows } = outboxOf(["all"], async (_, { cursor }) => ({
      ...{ state: "more", cursor: String(Number(cursor ?? 0) + 1) },
      pauseSeconds: 30,
    }));
    await outbox.run();

    expect(rows.get("all")).toMatchObject({ cursor: "5", dueAt: new Date(Date.parse(NOW) + 30_000).toISOString() });
  });

  it("keeps its cursor when a later part fails, and counts failures of that part alone", async () => {
    const { outbox, rows } = outboxOf(["all"], async (_, { cursor }) => {
      if (cursor === "2") throw new Error("no channel");
      return { state: "more", cursor: String(Number(cursor ?? 0) + 1) };
    });
    await outbox.run();

    expect(rows.get("all")).toMatchObject({ cursor: "2", attempts: 1, lastError: "Error" });
  });
});

describe("an effect that fails", () => {
  it.each([
    [1, 1],
    [2, 2],
    [5, 16],
    [10, 512],
    [11, 900],
    [40, 900],
  ])("is tried again %i failures later after %i seconds", async (failures, seconds) => {
    const { outbox, rows, put } = outboxOf([], () => Promise.reject(new Error("no")));
    put("e");
    const row = rows.get("e");
    if (row) rows.set("e", { ...row, attempts: failures - 1 });
    await outbox.run();

    expect(rows.get("e")).toMatchObject({
      attempts: failures,
      dueAt: new Date(Date.parse(NOW) + seconds * 1_000).toISOString(),
    });
  });

  it("is reported each time, and keeps nobody else back", async () => {
    const { outbox, rows, reports } = outboxOf(["bad", "good"], async (id) => {
      if (id === "bad") throw new Error("no");
      return done;
    });
    await outbox.run();

    expect(reports).toEqual(["effect lifecycle.nudge bad 1 Error: no"]);
    expect([...rows.keys()]).toEqual(["bad"]);
  });

  it("comes again when its time has come", async () => {
    let failures = 1;
    const { outbox, rows, clock } = outboxOf(["e"], async () => {
      failures -= 1;
      if (failures >= 0) throw new Error("no");
      return done;
    });
    await outbox.run();
    const waiting = rows.size;
    clock.at = "2026-09-01T00:00:01.000Z";
    await outbox.run();

    expect([waiting, rows.size]).toEqual([1, 0]);
  });

  it("that asks to be looked at later has not failed", async () => {
    const dueAt = "2026-09-01T01:00:00.000Z";
    const { outbox, rows, reports } = outboxOf(["e"], async () => ({ state: "later", dueAt }));
    await outbox.run();

    expect(rows.get("e")).toMatchObject({ dueAt, attempts: 0 });
    expect(reports).toEqual([]);
  });
});

describe("what a run says", () => {
  it("is how many were sent, failed and wait, and for how long the oldest that failed has waited", async () => {
    const { outbox, lines, counts, put } = outboxOf(["good", "alright"], async (id) => {
      if (id.startsWith("bad")) throw new Error("no");
      return id === "alright" ? { state: "later", dueAt: "2026-09-01T01:00:00.000Z" } : done;
    });
    put("bad", "2026-08-31T23:59:00.000Z");
    put("bad too", "2026-08-31T23:58:30.000Z");
    await outbox.run();

    expect(lines).toEqual([["outbox", { sent: 1, later: 1, failed: 2, ageSeconds: 90, ms: expect.any(Number) }]]);
    expect(counts).toEqual({ EffectsSent: [1], EffectsFailed: [2], OutboxAgeSeconds: [90] });
  });

  it("is an age of nothing when nothing waits", async () => {
    const { outbox, counts } = outboxOf([], async () => done);
    await outbox.run();

    expect(counts).toEqual({ EffectsSent: [0], EffectsFailed: [0], OutboxAgeSeconds: [0] });
  });

  it("is a fault, and no age, when the rows cannot be read", async () => {
    const { outbox, reports, counts, broken } = outboxOf([], async () => done);
    broken.yes = true;

    await expect(outbox.run()).rejects.toThrow("away");
    expect(reports).toEqual(["outbox    Error: away"]);
    expect(counts).toEqual({ Faults: [1] });
  });
});

describe("the correlation of an effect", () => {
  it("is its row's while it is sent, and nobody's for a row without, whoever woke the outbox", async () => {
    const seen: Record<string, string | undefined> = {};
    const { outbox, rows } = outboxOf(["asked", "alone"], async (id) => {
      await new Promise((resolve) => setImmediate(resolve));
      seen[id] = correlation();
      return done;
    });
    const row = rows.get("asked");
    if (row) rows.set("asked", { ...row, correlation: "req_1" });
    await withCorrelation("req_2", outbox.run);

    expect(seen).toEqual({ asked: "req_1", alone: undefined });
  });
});

describe("a wake", () => {
  it("while a run is under way makes that run look again instead of a second one beside it", async () => {
    let busy = 0;
    const wakes: Promise<number>[] = [];
    const { outbox, rows, put } = outboxOf(["first"], async (id) => {
      busy += 1;
      expect(busy).toBe(1);
      if (id === "first") wakes.push(outbox.run());
      await Promise.resolve();
      busy -= 1;
      return done;
    });
    const run = outbox.run();
    await run;
    put("next");
    await outbox.run();

    expect(await wakes[0]).toBe(await run);
    expect(rows.size).toBe(0);
  });

  it.each(Array.from({ length: 12 }, (_, turns) => turns))(
    "is never lost, %i turns after a run found nothing more",
    async (turns) => {
      const { outbox, rows, put } = outboxOf([], async () => done);
      const run = outbox.run();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      put("late");
      await outbox.run();
      await run;

      expect(rows.size).toBe(0);
    },
  );
});
