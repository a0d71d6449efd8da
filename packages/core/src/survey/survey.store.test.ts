import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestTable, testTable } from "../../../../test/lib/store.ts";
import { type Info as Link, linkTo } from "./link.ts";
import type { Given } from "./question.ts";
import { Contact } from "./served.ts";
import { dynamoSurveys, type Surveys } from "./survey.store.ts";

const at = "2026-09-10T02:00:00.000Z";
const closesAt = "2026-09-20T10:00:00.000Z";
const hmac = (purpose: string, text: string) => {
  const bytes = new TextEncoder().encode(`${purpose}|${text}`.padEnd(64, "."));
  return bytes.map((_, index) => bytes.reduce((sum, byte, place) => (sum * 31 + byte * (index + place + 1)) % 251, 7));
};
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
const linkOf = (clientId: string, issue = 1): Link => linkTo(hmac, { activityId, clientId, issue }, closesAt).link;
const answering = (link: Link, satisfaction = 5, submission = "a".repeat(32)) =>
  surveys.links.answer({
    hash: link.hash,
    activityId,
    answerKey: `key${link.clientId}`,
    given: given(satisfaction),
    at,
    submission,
  });
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

describe("a link", () => {
  it("takes one answer, and the same form again is the same answer", async () => {
    const link = linkOf("cli_0001");
    await surveys.links.issue([link]);

    expect(await answering(link)).toBe("taken");
    expect(await answering(link)).toBe("again");
    expect(await answering(link, 1, "b".repeat(32))).toBe("gone");
    expect((await surveys.links.answers(activityId)).map(({ answer }) => answer.satisfaction)).toEqual([5]);
  });

  it("takes one of many answers at once", async () => {
    const link = linkOf("cli_0001");
    await surveys.links.issue([link]);
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map((score) => answering(link, score, String(score).repeat(32))),
    );

    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(1);
    expect(await surveys.links.answers(activityId)).toHaveLength(1);
  });

  it("sent twice does not come back to life", async () => {
    const link = linkOf("cli_0001");
    await surveys.links.issue([link]);
    await answering(link);

    expect(await surveys.links.issue([link])).toEqual([false]);
    expect(await answering(link, 1, "b".repeat(32))).toBe("gone");
  });

  it("past its end takes no answer", async () => {
    const link = { ...linkOf("cli_0001"), expiresAt: at };
    await surveys.links.issue([link]);

    expect(await answering(link)).toBe("gone");
    expect(await surveys.links.answers(activityId)).toEqual([]);
  });

  it("is one of several of a client, who has one answer all the same", async () => {
    const [first, second] = [linkOf("cli_0001", 1), linkOf("cli_0001", 2)];
    await surveys.links.issue([first]);
    await surveys.links.issue([second]);
    const outcomes = await Promise.all([answering(first), answering(second, 1, "b".repeat(32))]);

    expect(outcomes.toSorted()).toEqual(["gone", "taken"]);
    expect(await surveys.links.answers(activityId)).toHaveLength(1);
  });

  it("keeps no instant at which a client answered", async () => {
    const link = linkOf("cli_0001");
    await surveys.links.issue([link]);
    await answering(link);

    expect(await surveys.links.get(link.hash)).toEqual({ ...link, state: "answered", submission: "a".repeat(32) });
    expect(JSON.stringify(await surveys.links.answers(activityId))).not.toContain("cli_0001");
  });
});

describe("an answer by phone", () => {
  const call = (hashes: string[]) =>
    surveys.links.answerByPhone({ activityId, answerKey: "keycli_0001", hashes, given: given(4) });

  it("spends the client's link", async () => {
    const link = linkOf("cli_0001");
    await surveys.links.issue([link]);
    await call([link.hash, linkOf("cli_0001", 2).hash]);

    expect(await answering(link)).toBe("gone");
    expect((await surveys.links.answers(activityId)).map(({ answer }) => answer.satisfaction)).toEqual([4]);
  });

  it("is refused when the client has answered", async () => {
    const link = linkOf("cli_0001");
    await surveys.links.issue([link]);
    await answering(link);

    await expect(call([link.hash])).rejects.toThrow(code("survey.already_answered"));
  });

  it("holds against a link that is sent after the call", async () => {
    await call([linkOf("cli_0001").hash]);
    await surveys.links.issue([linkOf("cli_0001")]);

    expect(await answering(linkOf("cli_0001"))).toBe("gone");
  });
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
    const link = linkOf("cli_0001");
    await surveys.links.issue([link]);
    await answering(link);
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
    await surveys.links.issue([linkOf("cli_0001")]);
    await answering(linkOf("cli_0001"));

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
      hashes: ["0".repeat(40)],
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
