import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { Crash, type Faults, faults } from "@yigong/testing/faults.ts";
import { httpTableOn } from "@yigong/testing/http-table.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { transact } from "../lib/table.ts";
import type { Rowed } from "./link.ts";
import { type AnswerableSurveys, publicPageSurveys } from "./public-page.store.ts";
import type { Given } from "./question.ts";
import { Contact } from "./served.ts";
import { linkDocuments } from "./survey.row.ts";
import { dynamoSurveys, type Surveys } from "./survey.store.ts";

const at = "2026-09-10T02:00:00.000Z";
const closesAt = "2026-09-20T10:00:00.000Z";
const FORM = "a".repeat(32);
const OTHER = "b".repeat(32);
const KEY = "9f".repeat(20);
const HASH = "0f".repeat(20);
const given = (satisfaction: number): Given => ({
  ...{ channel: "link", questions: 1, on: "2026-09-10" },
  answer: { satisfaction, solved: "partly", comment: "来得很快\n谢谢" },
});
const phoned: Given = { ...given(3), channel: "phone", enteredBy: "mem_1" };

type Name = "electro" | "http";
let opened: TestTable;
let surveys: Surveys;
/** The two stores on one table: they must not be told apart. */
let stores: Record<Name, { surveys: AnswerableSurveys; fault: Faults }>;
let activityId: string;
let door: string;
let count = 0;

const next = () => {
  count += 1;
  activityId = `act_${String(count).padStart(26, "0")}`;
  door = `door${String(count).padStart(8, "a")}`;
};
beforeAll(async () => {
  opened = await testTable({ random: () => 0, pause: async () => undefined });
  surveys = dynamoSurveys(opened.table);
  const http = httpTableOn(opened);
  stores = {
    electro: { surveys, fault: faults(opened.table.client) },
    http: { surveys: publicPageSurveys(http.table), fault: http.fault },
  };
});
afterAll(() => opened.stop());
beforeEach(() => {
  for (const { fault } of Object.values(stores)) fault.mend();
  next();
});

const answer = (name: Name, { submission = FORM, satisfaction = 5 } = {}) =>
  stores[name].surveys.links.answer({ activityId, answerKey: KEY, given: given(satisfaction), submission });
const scores = async () => (await surveys.links.answers(activityId)).map((one) => one.answer.satisfaction);
const rawOf = async (pk: string, sk: string) => {
  const read = new GetCommand({ TableName: opened.table.alliance, Key: { pk, sk }, ConsistentRead: true });
  return (await opened.table.client.send(read)).Item;
};

const EACH = [["electro"], ["http"]] as const;
const BOTH = [
  ["electro", "electro"],
  ["electro", "http"],
  ["http", "electro"],
  ["http", "http"],
] as const;

describe("what both stores read", () => {
  const seenBy = async (name: Name) => {
    const { get, links, dispatches } = stores[name].surveys;
    const survey = await get(activityId);
    return {
      behind: await links.behind(door),
      rowed: await links.rowed(HASH),
      taken: await links.taken(activityId, KEY),
      status: survey?.status,
      closesAt: survey?.status === "open" ? survey.closesAt : undefined,
      sent: await dispatches.issueTo(activityId, "cli_0101"),
    };
  };
  const begin = async () => {
    await surveys.served.add(activityId, [Contact.parse({ mobile: "13912345678" })], []);
    const servedParty = { kind: "definite", description: "老人" } as const;
    await surveys.open({ id: activityId as never, servedParty }, { at, closesAt });
  };
  const sent = (issue: number) =>
    surveys.dispatches.record({ activityId, chunk: 1, issue, linked: ["cli_0101"], reached: [] });
  const rowed: Rowed = {
    ...{ hash: HASH, clientId: "cli_0001", issue: 1, expiresAt: closesAt },
    activityId: "act_1",
    state: "issued",
  };
  const keep = ({ submission, ...row }: Rowed) =>
    transact(opened.table, [
      linkDocuments(opened.table).ops.put({ ...row, ...(submission === undefined ? {} : { submission }) }),
    ]);

  it.each([
    ["nothing at all", {}, async () => undefined],
    ["a survey's door", { behind: { title: "重阳" } }, () => surveys.links.open(door, { activityId, title: "重阳" })],
    ["a door without a title", { behind: {} }, () => surveys.links.open(door, { activityId })],
    ["an open survey", { status: "open", closesAt }, begin],
    ["two issues that went out", { sent: 2 }, () => sent(1).then(() => sent(2))],
    ["an answer by a link", { taken: { submission: FORM } }, () => answer("electro")],
    [
      "an answer by phone",
      { taken: {} },
      () => surveys.links.answerByPhone({ activityId, answerKey: KEY, given: phoned }),
    ],
    [
      "a skipped survey",
      { status: "skipped" },
      () => begin().then(() => surveys.skip(activityId, { by: "mem_1", at, reason: "对方不便" })),
    ],
    ["a closed survey", { status: "closed" }, () => begin().then(() => surveys.close(activityId, closesAt))],
    ["a link with a row", { rowed }, () => keep(rowed)],
    [
      "a link with a row that was answered",
      { rowed: { ...rowed, state: "answered", submission: FORM } },
      () => keep({ ...rowed, state: "answered", submission: FORM }),
    ],
  ] as [string, object, () => Promise<unknown>][])("is the same of %s", async (_, expected, make) => {
    await make();
    const seen = await seenBy("http");

    expect(seen).toEqual(await seenBy("electro"));
    expect(seen).toMatchObject(expected);
  });

  it.each([
    ["issue", "one"],
    ["state", "lost"],
    ["expiresAt", 5],
    ["submission", 5],
  ])("is refused by both when a link's row has a strange %s", async (field, value) => {
    await keep(rowed);
    const Item = { ...(await rawOf(`surveylink#${HASH}`, "row")), [field]: value };
    await opened.table.client.send(new PutCommand({ TableName: opened.table.alliance, Item }));

    await expect(stores.http.surveys.links.rowed(HASH)).rejects.toThrow(TypeError);
    await expect(stores.electro.surveys.links.rowed(HASH)).rejects.toThrow();
  });
});

describe.each(BOTH)("an answer that the %s store takes, and then the %s store sees", (first, second) => {
  it("is one, the same when its form is sent again, and known by its form", async () => {
    expect(await answer(first)).toBe("taken");
    expect(await answer(second)).toBe("again");
    expect(await answer(second, { submission: OTHER, satisfaction: 1 })).toBe("gone");
    expect(await stores[second].surveys.links.taken(activityId, KEY)).toEqual({ submission: FORM });
    expect(await scores()).toEqual([5]);
  });

  it("is one of many at once", async () => {
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((satisfaction) => {
        const submission = String(satisfaction).repeat(32);
        return answer(satisfaction % 2 === 0 ? first : second, { satisfaction, submission });
      }),
    );

    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(1);
    expect(await scores()).toHaveLength(1);
  });
});

describe.each(EACH)("the %s store", (name) => {
  it("takes no answer from a client who has answered by phone", async () => {
    await surveys.links.answerByPhone({ activityId, answerKey: KEY, given: phoned });

    expect(await answer(name)).toBe("gone");
    expect(await scores()).toEqual([3]);
  });

  it("lets nobody answer by phone for a client who has answered", async () => {
    await answer(name);

    await expect(surveys.links.answerByPhone({ activityId, answerKey: KEY, given: phoned })).rejects.toThrow(
      expect.objectContaining({ code: "survey.already_answered" }),
    );
  });

  it.each(["unsent", "lost-reply", "conflict", "throttled"] as const)(
    "takes an answer once when the first try was %s",
    async (what) => {
      stores[name].fault.at(1, what);

      expect(await answer(name)).toBe("taken");
      expect(await scores()).toEqual([5]);
    },
  );

  it.each([
    ["crash-before", "taken"],
    ["crash-after", "again"],
  ] as const)("takes the form that is sent again after a %s (%s)", async (what, outcome) => {
    const { fault } = stores[name];
    fault.at(1, what);
    await expect(answer(name)).rejects.toThrow(Crash);
    fault.mend();

    expect(await answer(name)).toBe(outcome);
    expect(await scores()).toEqual([5]);
  });

  it("does not take another's answer for its own when the reply was lost", async () => {
    await answer("electro", { submission: OTHER, satisfaction: 2 });
    stores[name].fault.at(1, "lost-reply");

    expect(await answer(name)).toBe("gone");
    expect(await scores()).toEqual([2]);
  });

  it("says that it is away when every reply is lost, and has taken the answer once", async () => {
    stores[name].fault.always("lost-reply");

    await expect(answer(name)).rejects.toThrow(expect.objectContaining({ code: "store.unavailable" }));
    stores[name].fault.mend();
    expect(await scores()).toEqual([5]);
  });
});

it("leaves the very same row as the other store", async () => {
  const rows: unknown[] = [];
  for (const name of ["electro", "http"] as const) {
    await answer(name);
    const row = await rawOf(`activity#${activityId}`, `answer#${KEY}`);
    rows.push(JSON.parse(JSON.stringify(row).replaceAll(activityId, "act")));
    next();
  }

  expect(rows[0]).toMatchObject({ submission: FORM });
  expect(rows[1]).toEqual(rows[0]);
});
