import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Given } from "./question.ts";
import { Contact } from "./served.ts";
import { dynamoSurveys, type Surveys } from "./survey.store.ts";

const at = "2026-09-10T02:00:00.000Z";
const closesAt = "2026-09-20T10:00:00.000Z";
const given = (satisfaction: number): Given => ({
  channel: "link",
  questions: 1,
  answer: { satisfaction },
  on: "2026-09-10",
});
const contacts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => Contact.parse({ mobile: `139${String(from + index).padStart(8, "0")}` }));
const code = (of: string) => expect.objectContaining({ code: of });

let store: TestTable;
let surveys: Surveys;
let activityId: string;
let count = 0;

beforeAll(async () => {
  store = await testTable();
  surveys = dynamoSurveys(store.table);
});
afterAll(() => store.stop());
beforeEach(() => {
  count += 1;
  activityId = `act_${String(count).padStart(26, "0")}`;
});

const activity = () => ({
  id: activityId as never,
  servedParty: { kind: "definite", description: "社区老人" } as const,
});
const begun = async (clients: number) => {
  await surveys.served.add(activityId, contacts(clients), []);
  return surveys.open(activity(), { at, closesAt });
};
const answering = (clientId: string, satisfaction = 5, submission = "a".repeat(32)) =>
  surveys.links.answer({ activityId, answerKey: `key${clientId}`, given: given(satisfaction), submission });
const phoning = (clientId: string) =>
  surveys.links.answerByPhone({ activityId, answerKey: `key${clientId}`, given: given(4) });

describe("served clients", () => {
  it("are kept in order over items of a hundred, and known ones are left out", async () => {
    await surveys.served.add(activityId, contacts(130), []);
    const addition = await surveys.served.add(activityId, contacts(100, 100), []);

    expect(addition).toEqual({ added: 70, duplicates: 30, total: 200 });
    expect((await surveys.served.chunk(activityId, 1)).at(-1)).toMatchObject({
      clientId: "cli_0200",
      mobile: "13900000199",
    });
    expect(await surveys.served.chunk(activityId, 2)).toEqual([]);
  });

  it("are listed by pages that go over the items' ends", async () => {
    await surveys.served.add(activityId, contacts(150), []);
    const first = await surveys.served.list(activityId, { limit: 95 });
    const second = await surveys.served.list(activityId, { limit: 95, cursor: first.cursor });

    expect([...first.items, ...second.items].map(({ clientId }) => clientId)).toEqual(
      Array.from({ length: 150 }, (_, index) => `cli_${String(index + 1).padStart(4, "0")}`),
    );
    expect(second.cursor).toBeUndefined();
  });

  it("are all kept when lists are added at the same time", async () => {
    await Promise.all([0, 1, 2, 3].map((list) => surveys.served.add(activityId, contacts(40, list * 1000), [])));

    expect(await surveys.served.total(activityId)).toBe(160);
  });

  it("cannot be added once the survey was opened", async () => {
    await begun(3);

    await expect(surveys.served.add(activityId, contacts(1, 500), [])).rejects.toThrow(code("survey.opened"));
  });

  it("are forgotten on request", async () => {
    await surveys.served.add(activityId, contacts(130), []);
    await surveys.served.forget(activityId);

    expect(await surveys.served.total(activityId)).toBe(0);
  });
});

describe("an answer by a link", () => {
  it("is one, and the same form again is the same answer", async () => {
    expect(await answering("cli_0001")).toBe("taken");
    expect(await answering("cli_0001")).toBe("again");
    expect(await answering("cli_0001", 1, "b".repeat(32))).toBe("gone");
    expect((await surveys.links.answers(activityId)).map(({ answer }) => answer.satisfaction)).toEqual([5]);
  });

  it("is one of many at once", async () => {
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map((score) => answering("cli_0001", score, String(score).repeat(32))),
    );

    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(1);
    expect(await surveys.links.answers(activityId)).toHaveLength(1);
  });

  it("is known by the client's key, with its form and without client or instant", async () => {
    await answering("cli_0001");

    expect(await surveys.links.taken(activityId, "keycli_0001")).toEqual({ submission: "a".repeat(32) });
    expect(await surveys.links.taken(activityId, "keycli_0002")).toBeUndefined();
    expect(await surveys.links.answered(activityId, ["keycli_0001", "keycli_0002"])).toEqual([true, false]);
    expect([...(await surveys.links.answeredKeys(activityId))]).toEqual(["keycli_0001"]);
    expect(await surveys.links.answers(activityId)).toEqual([given(5)]);
  });
});

describe("an answer by phone", () => {
  it("holds against a link", async () => {
    await phoning("cli_0001");

    expect(await answering("cli_0001")).toBe("gone");
    expect(await surveys.links.taken(activityId, "keycli_0001")).toEqual({});
    expect((await surveys.links.answers(activityId)).map(({ answer }) => answer.satisfaction)).toEqual([4]);
  });

  it("is refused when the client has answered", async () => {
    await answering("cli_0001");

    await expect(phoning("cli_0001")).rejects.toThrow(code("survey.already_answered"));
  });
});

it("leads through a door to the survey behind it, and through others to none", async () => {
  const door = `door${count}`;
  await surveys.links.open(door, { activityId, title: "重阳" });
  await surveys.links.open(door, { activityId, title: "重阳敬老" });

  expect(await surveys.links.behind(door)).toEqual({ activityId, title: "重阳敬老" });
  expect(await surveys.links.behind(`no ${door}`)).toBeUndefined();
});

describe("the course of a survey", () => {
  const sent = (issue: number, reached: string[]) =>
    surveys.dispatches.record({ activityId, chunk: 0, issue, linked: ["cli_0001", "cli_0002", "cli_0003"], reached });

  it("opens once", async () => {
    await begun(3);
    const again = await surveys.open(activity(), { at: closesAt, closesAt });

    expect(again).toMatchObject({ status: "open", openedAt: at, closesAt });
  });

  it("reminds when all links are out, with an effect and an audit entry in the same write", async () => {
    await begun(3);
    await expect(surveys.remind(activityId, at, [])).rejects.toThrow(code("survey.still_sending"));
    await sent(1, ["cli_0001"]);

    expect((await surveys.remind(activityId, at, [])).issue).toBe(2);
    await expect(surveys.remind(activityId, at, [])).rejects.toThrow(code("survey.still_sending"));
  });

  it("counts a client as reached when one of the messages was taken", async () => {
    await begun(3);
    await sent(1, ["cli_0001"]);
    await sent(1, ["cli_0001"]);
    await sent(2, ["cli_0002"]);
    await sent(1, []);

    expect(await surveys.counts(activityId)).toEqual({ issued: 3, delivered: 2, answered: 0 });
  });

  it("freezes what was answered when it closes, once", async () => {
    await begun(3);
    await answering("cli_0001");
    await surveys.happiness.add(activityId, "k1", { score: 4 });
    await surveys.close(activityId, closesAt);
    await surveys.happiness.add(activityId, "k2", { score: 1 });

    expect(await surveys.close(activityId, "2026-10-01T00:00:00.000Z")).toMatchObject({
      status: "closed",
      closedAt: closesAt,
      counts: { answered: 1 },
      tally: { satisfaction: [0, 0, 0, 0, 1] },
      happiness: { score: [0, 0, 0, 1, 0] },
    });
  });

  it("is not skipped when somebody has answered", async () => {
    await begun(3);
    await answering("cli_0001");

    await expect(surveys.requireUnanswered(activityId)).rejects.toThrow(code("survey.answered"));
    await expect(surveys.skip(activityId, { by: "mem_1", at, reason: "x" })).rejects.toThrow(code("survey.answered"));
  });

  it("stays skipped when it would be closed or opened afterwards", async () => {
    await begun(3);
    await surveys.skip(activityId, { by: "mem_1", at, reason: "对方不便" });
    await surveys.close(activityId, closesAt);

    expect(await surveys.open(activity(), { at, closesAt })).toMatchObject({ status: "skipped", reason: "对方不便" });
  });
});

it("takes one answer about happiness for each volunteer", async () => {
  await surveys.happiness.add(activityId, "k1", { score: 4, comment: "值得" });

  await expect(surveys.happiness.add(activityId, "k1", { score: 5 })).rejects.toThrow(code("happiness.answered"));
  expect(await surveys.happiness.tally(activityId)).toEqual({ score: [0, 0, 0, 1, 0], comments: 1 });
});

it("pages through comments and leaves out who wrote none", async () => {
  for (const [index, comment] of ["谢谢", undefined, "来得很快"].entries())
    await surveys.links.answerByPhone({
      activityId,
      answerKey: `k${index}`,
      given: {
        channel: "phone",
        questions: 1,
        answer: { satisfaction: 5, comment },
        on: "2026-09-10",
        enteredBy: "mem_1",
      },
    });
  const first = await surveys.links.comments(activityId, { limit: 2 });
  const second = await surveys.links.comments(activityId, { limit: 2, cursor: first.cursor });

  expect([first.items, second.items]).toEqual([["谢谢"], ["来得很快"]]);
});
