import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { transact } from "@yigong/core/lib/table.ts";
import { answerKeyOf, hashOf } from "@yigong/core/survey/link.ts";
import { linkDocuments } from "@yigong/core/survey/survey.row.ts";
import { ASKING, surveying } from "@yigong/testing/scenario/surveying.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { answerByLink } from "./answer-by-link.ts";
import { answerByPhone } from "./answer-by-phone.ts";
import { findLink } from "./find-link.ts";
import { hmacOf } from "./survey-hmac.ts";

const alliance = await testAlliance({ startAt: ASKING });
const { clock, store, useCases } = alliance;
const ask = surveying(alliance);
afterAll(() => alliance.close());
beforeEach(() => {
  ask.messages.clear();
  ask.unreachable.clear();
  ask.channel.handed = 0;
  clock.at = ASKING;
});

const mobiles = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ mobile: `139${String(index).padStart(8, "0")}` }));
const countsOf = (activityId: string) => useCases.surveys.counts(activityId);
const say = (activityId: string, clientId: string) =>
  answerByPhone(ask.deps, { activityId, clientId, answer: { satisfaction: 5 }, by: "mem_service", at: clock.at });

describe("sending a survey", () => {
  it("sends each client one link, in the client's language", async () => {
    const { id } = await ask.open([
      { mobile: "13812345678", email: "wang@example.org" },
      { email: "john@example.org", language: "en" },
    ]);
    await ask.sendAll(id, 1);

    expect([...ask.messages.values()].sort((a, b) => (a.key < b.key ? -1 : 1))).toMatchObject([
      {
        ...{
          addresses: { mobile: "13812345678", email: "wang@example.org" },
          template: "survey.invitation",
          key: `survey:${id}:cli_0001:1`,
        },
        params: { alliance: "义工联盟", title: "老旧小区宽带检修", closesAt: "9月20日 周日 18:00" },
      },
      { addresses: { email: "john@example.org" }, language: "en", params: { closesAt: "Sun 20 Sep 18:00" } },
    ]);
    expect(ask.pathTo(id, "cli_0001")).toMatch(/^\/s\/[a-z2-7]{48}$/);
    expect(ask.pathTo(id, "cli_0002")).toMatch(/^\/s\/[a-z2-7]{48}\?lang=en$/);
  });

  it("goes on from its cursor and reaches everybody", async () => {
    const { id } = await ask.open(mobiles(230));
    const first = await ask.send({ activityId: id, issue: 1, limit: 25 });

    expect([first.cursor, ask.messages.size]).toEqual(["1", 100]);

    await ask.sendAll(id, 1);

    expect([ask.messages.size, await countsOf(id)]).toEqual([230, { issued: 230, delivered: 230, answered: 0 }]);
  });

  it("looks who has answered when it begins and each minute, so that its parts cost less", async () => {
    const { id } = await ask.open(mobiles(210));
    const first = await ask.send({ activityId: id, issue: 1, limit: 1 });
    await say(id, "cli_0101");
    await say(id, "cli_0201");
    const second = await ask.send({ activityId: id, issue: 1, cursor: first.cursor, limit: 1 });
    clock.at = "2026-09-10T02:01:00.000Z";
    await ask.send({ activityId: id, issue: 1, cursor: second.cursor, limit: 1 });

    expect(ask.messages.has(`survey:${id}:cli_0101:1`)).toBe(true);
    expect(ask.messages.has(`survey:${id}:cli_0201:1`)).toBe(false);
  });

  it("run twice hands over the same messages and writes only that it sent them", async () => {
    const { id } = await ask.open(mobiles(3));
    await ask.sendAll(id, 1);
    const links = [...ask.messages.values()];
    const before = store.meter.writeUnits;
    await ask.sendAll(id, 1);

    expect([...ask.messages.values()]).toEqual(links);
    expect([ask.channel.handed, await countsOf(id)]).toEqual([6, { issued: 3, delivered: 3, answered: 0 }]);
    expect(store.meter.writeUnits - before).toBe(1);
  });

  it("counts whom no channel would take as not reached", async () => {
    ask.unreachable.add("13900000001");
    const { id } = await ask.open(mobiles(3));
    await ask.sendAll(id, 1);

    expect(await countsOf(id)).toEqual({ issued: 3, delivered: 2, answered: 0 });
  });

  it("asks nobody who has answered by phone before the link went out", async () => {
    const { id } = await ask.open(mobiles(2));
    await say(id, "cli_0001");
    await ask.sendAll(id, 1);

    expect([...ask.messages.keys()]).toEqual([`survey:${id}:cli_0002:1`]);
    expect(await countsOf(id)).toEqual({ issued: 1, delivered: 1, answered: 1 });
  });

  it("sends nothing after the end, nor for an issue that was overtaken", async () => {
    const { id } = await ask.open(mobiles(2));
    await ask.sendAll(id, 1);
    await ask.sendAll(id, 2);
    ask.messages.clear();
    await ask.sendAll(id, 1);
    clock.at = "2026-09-20T10:00:00.000Z";
    await ask.sendAll(id, 2);

    expect(ask.messages.size).toBe(0);
  });

  it("leaves no token in any row", async () => {
    const { path } = await ask.link();
    const rows = await store.table.client.send(new ScanCommand({ TableName: store.table.alliance }));

    expect(rows.Count).toBeGreaterThan(0);
    expect(JSON.stringify(rows.Items)).not.toContain(path.slice(3));
  });
});

describe("a link that has a row, as those before had", () => {
  const TOKEN = "b".repeat(32);
  const rowed = async (state: "issued" | "answered" = "issued", issue = 1) => {
    const { activityId } = await ask.link();
    const expiresAt = "2026-10-20T10:00:00.000Z";
    const link = { hash: hashOf(ask.deps.hmac, TOKEN), activityId, clientId: "cli_0001", issue, expiresAt, state };
    const submission = state === "answered" ? { submission: "f".repeat(32) } : {};
    await transact(store.table, [linkDocuments(store.table).ops.put({ ...link, ...submission })]);
    return { activityId };
  };
  const asked = async () => (await findLink(ask.deps, TOKEN, clock.at)).asked;
  const answer = async (satisfaction: number, submission: string) => {
    const found = await asked();
    return found && answerByLink(ask.deps, found, { answer: { satisfaction }, submission, at: clock.at });
  };

  it("takes one answer, for its client", async () => {
    const { activityId } = await rowed();
    const counts = await answer(4, "c".repeat(32));
    const answered = await useCases.surveys.links.taken(
      activityId,
      answerKeyOf(ask.deps.hmac, { activityId, clientId: "cli_0001" }),
    );

    expect([counts, answered?.submission, await asked()]).toEqual([true, "c".repeat(32), undefined]);
  });

  it("that was answered then knows the form that was sent, and takes no other", async () => {
    await rowed("answered");

    expect(await findLink(ask.deps, TOKEN, clock.at)).toMatchObject({ link: { submission: "f".repeat(32) } });
    expect(await asked()).toBeUndefined();
  });

  it("ends when a newer one goes out, or at its own end", async () => {
    const { activityId } = await rowed();
    await ask.sendAll(activityId, 2);
    const replaced = await asked();
    await rowed();
    const alive = await asked();
    clock.at = "2026-10-20T10:00:00.000Z";

    expect([replaced, alive === undefined, await asked()]).toEqual([undefined, false, undefined]);
  });
});

describe("a reminder", () => {
  it("that was planned ahead raises the issue, goes to those who have not answered, and kills the old links", async () => {
    const { id } = await ask.open(mobiles(3));
    await ask.sendAll(id, 1);
    await say(id, "cli_0002");
    const old = ask.pathTo(id, "cli_0001").slice(3);
    await ask.sendAll(id, 2);

    const reminded = [...ask.messages.values()].filter(({ template }) => template === "survey.reminder");
    expect(reminded.map(({ key }) => key).sort()).toEqual([`survey:${id}:cli_0001:2`, `survey:${id}:cli_0003:2`]);
    expect((await findLink(ask.deps, old, clock.at)).asked).toBeUndefined();
    expect(await useCases.surveys.get(id)).toMatchObject({ issue: 2 });
  });

  it("costs one write unit a hundred clients, and leaves the old link alive until the new one is out", async () => {
    const { id } = await ask.open(mobiles(110));
    await ask.sendAll(id, 1);
    const [first = "", last = ""] = ["cli_0001", "cli_0110"].map((client) => ask.pathTo(id, client).slice(3));
    const before = store.meter.writeUnits;
    const { cursor } = await ask.send({ activityId: id, issue: 2, limit: 1 });
    const isAsked = async (token: string) => (await findLink(ask.deps, token, clock.at)).asked !== undefined;

    expect([await isAsked(first), await isAsked(last)]).toEqual([false, true]);

    await ask.send({ activityId: id, issue: 2, cursor, limit: 1 });

    expect(await isAsked(last)).toBe(false);
    // The survey's new issue, and how far each of the two hundreds came.
    expect(store.meter.writeUnits - before).toBe(3);
  });

  it("waits until the invitations are out", async () => {
    const { id } = await ask.open(mobiles(2));

    await expect(ask.sendAll(id, 2)).rejects.toThrow(expect.objectContaining({ code: "survey.still_sending" }));
  });
});

it("takes no secret shorter than 32 bytes", () => {
  expect(() => hmacOf("x".repeat(31))).toThrow(RangeError);
  expect(hmacOf("x".repeat(32))("survey.token", "a")).not.toEqual(hmacOf("x".repeat(32))("survey.lookup", "a"));
});
