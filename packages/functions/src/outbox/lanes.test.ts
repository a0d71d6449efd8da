import { type Attempt, done, type Handlers } from "@yigong/application/ports/effect-handler.ts";
import { LANES, type Lane, laneOf } from "@yigong/core/outbox/lane.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import { EFFECT_KINDS, type Effect, type EffectKind, type Row } from "@yigong/core/outbox/outbox.ts";
import { describe, expect, it } from "vitest";
import { silent } from "../observe/observe.ts";
import { outboxRunner } from "./runner.ts";

const NOW = "2026-09-01T00:00:00.000Z";
type Handle = (effect: Effect, attempt: { signal?: AbortSignal | undefined }) => Promise<unknown>;

/** An outbox in memory of all kinds; `seenBy` says in which lane the index shows a row. */
function outboxOf(handle: Handle, seenBy: (kind: EffectKind) => Lane = laneOf) {
  const rows = new Map<string, Row>();
  const put = (kind: EffectKind, id: string = kind) =>
    rows.set(id, { effect: { kind, id, dueAt: NOW } as Effect, attempts: 0, createdAt: NOW });
  const looks: Lane[] = [];
  const store: Pick<OutboxRows, "due" | "stillDue" | "done" | "defer"> = {
    due: async (_at, limit, lane) => {
      if (lane) looks.push(lane);
      return [...rows.values()].filter(({ effect }) => seenBy(effect.kind) === lane).slice(0, limit);
    },
    stillDue: async (id) => rows.get(id),
    done: async (id) => void rows.delete(id),
    defer: async ({ id }) => void rows.delete(id),
  };
  const handlers = Object.fromEntries(
    EFFECT_KINDS.map((kind) => [
      kind,
      async (effect: Effect, attempt: Attempt) => {
        await handle(effect, attempt);
        return done;
      },
    ]),
  );
  const looksAgain: { look?: () => void } = {};
  const outbox = outboxRunner({
    rows: store as OutboxRows,
    handlers: handlers as unknown as Handlers,
    now: () => NOW,
    observe: silent,
    every: (look) => {
      looksAgain.look = look;
      return () => delete looksAgain.look;
    },
  });
  return { outbox, rows, put, looks, lookAgain: () => looksAgain.look?.() };
}

const turns = async (count = 50) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Sends what is outward only when it is let go or cut off. */
function hanging(kinds: readonly Lane[] = ["outward"]) {
  const { promise: letGo, resolve } = Promise.withResolvers<void>();
  const sent: string[] = [];
  const handle: Handle = async (effect, { signal }) => {
    if (kinds.includes(laneOf(effect.kind))) {
      const cut = new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
      await Promise.race([letGo, cut]);
    }
    sent.push(effect.id);
  };
  return { handle, sent, letGo: resolve };
}

const inLane = (lane: Lane) => EFFECT_KINDS.filter((kind) => laneOf(kind) === lane);

describe("while every gateway hangs", () => {
  it.each(EFFECT_KINDS.filter((kind) => laneOf(kind) !== "outward"))("%s is sent", async (kind) => {
    const { handle, sent, letGo } = hanging();
    const { outbox, put } = outboxOf(handle);
    for (let at = 0; at < 200; at += 1) put("message.send", `message ${at}`);
    put(kind);
    const run = outbox.run();
    await turns();

    expect(sent).toEqual([kind]);
    letGo();
    expect(await run).toBe(201);
  });

  it.each(["a wake", "the next look"])("a start that comes later is sent at %s", async (how) => {
    const { handle, sent, letGo } = hanging();
    const { outbox, put, lookAgain } = outboxOf(handle);
    put("message.send");
    const run = outbox.run();
    await turns();
    put("execution.start");
    const wake = how === "a wake" ? outbox.run() : lookAgain();
    await turns();

    expect(sent).toEqual(["execution.start"]);
    letGo();
    await Promise.all([run, wake]);
  });

  it("no more than eight of them are under way", async () => {
    let underWay = 0;
    const { handle, letGo } = hanging();
    const { outbox, put } = outboxOf((effect, attempt) => {
      underWay += 1;
      return handle(effect, attempt);
    });
    for (let at = 0; at < 200; at += 1) put("message.send", `message ${at}`);
    const run = outbox.run();
    await turns();

    expect(underWay).toBe(8);
    letGo();
    await run;
  });

  it("starts and codes do not wait for work in the house either", async () => {
    const { handle, sent, letGo } = hanging(["outward", "work"]);
    const { outbox, put } = outboxOf(handle);
    for (const kind of EFFECT_KINDS) put(kind);
    const run = outbox.run();
    await turns();

    expect(sent.sort()).toEqual([...inLane("engine"), ...inLane("urgent")].sort());
    letGo();
    await run;
  });
});

it.each(LANES)("each effect is sent once, also one that only the lane %s is shown", async (lane) => {
  const sent: string[] = [];
  const { outbox, put, rows } = outboxOf(
    async ({ id }) => void sent.push(id),
    () => lane,
  );
  for (const kind of EFFECT_KINDS) put(kind);
  await outbox.run();

  expect([sent.sort(), rows.size]).toEqual([[...EFFECT_KINDS].sort(), 0]);
});

it("sends in the same run what work in the house caused in another lane", async () => {
  const sent: string[] = [];
  const box = outboxOf(async ({ id }) => {
    sent.push(id);
    if (id === "cover.round") {
      await turns(20);
      box.put("message.send");
    }
  });
  box.put("cover.round");
  await box.outbox.run();

  expect(sent).toEqual(["cover.round", "message.send"]);
});

describe("a stop", () => {
  it("lets what is under way end, and begins nothing more", async () => {
    const { handle, sent, letGo } = hanging();
    const { outbox, put, rows } = outboxOf(handle);
    for (let at = 0; at < 20; at += 1) put("message.send", `message ${at}`);
    const run = outbox.run();
    await turns();
    const stop = outbox.stop(60_000);
    letGo();
    await Promise.all([run, stop]);

    expect([sent.length, rows.size, await outbox.run()]).toEqual([8, 12, 0]);
  });

  it("cuts off what hangs, whose rows stay for the next start as they were", async () => {
    const { handle, sent } = hanging();
    const { outbox, put, rows } = outboxOf(handle);
    put("message.send");
    const before = { ...rows.get("message.send") };
    const run = outbox.run();
    await turns();
    await outbox.stop(0);
    await run;

    expect([sent, rows.get("message.send")]).toEqual([[], before]);
  });

  it("is over soon although something hangs that heeds no signal", async () => {
    const { outbox, put, rows } = outboxOf(() => new Promise(() => {}));
    put("material.process");
    void outbox.run();
    await turns();
    await outbox.stop(0);

    expect(rows.size).toBe(1);
  });
});
