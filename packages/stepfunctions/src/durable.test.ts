import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Engine, stillRunning } from "./index.ts";
import { create, invoke, look, start, virtualEngine, waitForToken } from "./test-kit.ts";

let directory: string;
let opened: Engine[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "engine-"));
});
afterEach(async () => {
  for (const engine of opened) await engine.close();
  opened = [];
  rmSync(directory, { recursive: true });
});

const path = (name: string) => join(directory, name);
const open = (handlers: Parameters<typeof virtualEngine>[0], name = "a.db") => {
  const engine = virtualEngine(handlers, { path: path(name) });
  opened.push(engine);
  return engine;
};
/** Copies the files as a power cut would leave them, while the engine goes on. */
const crashCopy = (from = "a.db", to = "b.db") => {
  for (const suffix of ["", "-wal"]) {
    if (existsSync(path(from + suffix))) copyFileSync(path(from + suffix), path(to + suffix));
  }
};

it("answers a token after a restart that was given out before", async () => {
  let token = "";
  const first = open({
    keep: (payload: { token: string }) => {
      token = payload.token;
    },
  });
  const arn = await start(first, await create(first, { Ask: waitForToken("keep") }));
  crashCopy();
  const second = open({}, "b.db");
  await second.call("SendTaskSuccess", { taskToken: token, output: "7" });

  expect(await look(second, arn)).toMatchObject({ status: "SUCCEEDED", output: 7 });
});

it("calls a function again, with the same token, when a crash came before it returned", async () => {
  const seen: string[] = [];
  const handlers = {
    hang: ({ token }: { token: string }) => {
      seen.push(token);
      return stillRunning;
    },
  };
  const first = open(handlers);
  await start(first, await create(first, { Ask: waitForToken("hang") }));
  crashCopy();
  await open(handlers, "b.db").idle();

  expect(seen).toHaveLength(2);
  expect(seen[1]).toBe(seen[0]);
});

it("does not call a function again that had returned before the crash", async () => {
  let calls = 0;
  const handlers = {
    keep: () => {
      calls += 1;
    },
  };
  const first = open(handlers);
  await start(first, await create(first, { Ask: waitForToken("keep") }));
  crashCopy();
  await open(handlers, "b.db").idle();

  expect(calls).toBe(1);
});

it("wakes waits and time-outs after a restart at the instants that were set before", async () => {
  const first = open({ keep: () => null });
  const waiting = await start(first, await create(first, { Wait: { Type: "Wait", Seconds: 100, End: true } }));
  const asking = await start(first, await create(first, { Ask: waitForToken("keep", { TimeoutSeconds: 50 }) }));
  crashCopy();
  const second = open({}, "b.db");
  const due = second.nextDueAt();
  await second.advanceTo("2030-01-01T00:10:00Z");

  expect(due).toBe("2030-01-01T00:00:50.000Z");
  expect(await look(second, waiting)).toMatchObject({ status: "SUCCEEDED" });
  expect(await look(second, asking)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
});

it("keeps its virtual instant over a restart", async () => {
  const first = open({});
  await first.advanceTo("2031-05-05T05:05:05Z");
  crashCopy();

  expect(open({}, "b.db").now()).toBe("2031-05-05T05:05:05.000Z");
});

it("goes on in the middle of a Parallel with a Map in it", async () => {
  const tokens: string[] = [];
  const handlers = {
    keep: ({ token }: { token: string }) => {
      tokens.push(token);
    },
    double: (n: number) => n * 2,
  };
  const item = {
    StartAt: "Double",
    States: { Double: invoke("double", { Next: "Ask", End: undefined as never }), Ask: waitForToken("keep") },
  };
  const states = {
    Both: {
      Type: "Parallel",
      Branches: [
        {
          StartAt: "Each",
          States: { Each: { Type: "Map", Items: [1, 2, 3], MaxConcurrency: 2, ItemProcessor: item, End: true } },
        },
        { StartAt: "Other", States: { Other: { Type: "Pass", Output: "other", End: true } } },
      ],
      End: true,
    },
  };
  const first = open(handlers);
  const arn = await start(first, await create(first, states));
  await first.call("SendTaskSuccess", { taskToken: tokens[1], output: '"b"' });
  await first.idle();
  crashCopy();
  const second = open(handlers, "b.db");
  await second.call("SendTaskSuccess", { taskToken: tokens[0], output: '"a"' });
  await second.call("SendTaskSuccess", { taskToken: tokens[2], output: '"c"' });

  expect(tokens).toHaveLength(3);
  expect(await look(second, arn)).toMatchObject({ status: "SUCCEEDED", output: [["a", "b", "c"], "other"] });
});

it("copies itself while it runs", async () => {
  const first = open({ keep: () => null });
  const arn = await start(first, await create(first, { Ask: waitForToken("keep") }));
  await first.backup(path("copy.db"));

  expect((await look(open({}, "copy.db"), arn)).status).toBe("RUNNING");
});
