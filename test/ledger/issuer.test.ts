import { everyIssuer, type Issuer, type Scorer } from "@yigong/application/manifest/scorer.ts";
import { explainEntries } from "@yigong/application/points/explain-year.ts";
import { postPoints } from "@yigong/application/points/post-points.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import * as Points from "@yigong/core/points/points.builder.ts";
import { RULE_SET_1, scoreTraining } from "@yigong/core/points/rules.ts";
import { ledgerWorkbook } from "@yigong/functions/documents/ledger-workbook.ts";
import { readTable } from "@yigong/functions/documents/table/read-table.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLedger } from "./alliance.ts";
import { openVerifier } from "./verifier.ts";

const TRAINING: Issuer = { id: "trn_01", title: "窗口服务礼仪", endedAt: "2026-05-08T09:00:00.000Z" };
const AT = "2026-05-09T00:00:00.000Z";

/** Two sessions given by one trainer. */
const trainer: Scorer = {
  prefix: "trn",
  kind: "training",
  template: "points.posted",
  score: async (_, rules) => [
    { memberId: Sample.memberId(1), lines: scoreTraining(2, rules), evidence: ["training#trn_01"] },
  ],
  tell: () => [],
};
const issuers = everyIssuer([{ prefix: "trn", find: async (id) => (id === TRAINING.id ? TRAINING : undefined) }]);

let verifier: ReturnType<typeof openVerifier>;
let alliance: Awaited<ReturnType<typeof openLedger>>;
beforeAll(async () => {
  verifier = openVerifier();
  alliance = await openLedger();
});
afterAll(async () => {
  verifier.close();
  await alliance.stop();
});

describe("points of a training class, which is no activity", () => {
  const member = Sample.member(1, { name: "安一一", pseudonym: Points.pseudonym(1) as never });
  const people = { getMany: async () => [member], all: async () => [member] };
  const post = (issuer: Issuer) =>
    postPoints({
      ...{ scorers: [trainer], members: people, ledger: alliance.ledger, zone: "Asia/Shanghai" },
      ruleSets: { adopted: async () => [RULE_SET_1] },
    })(issuer, AT);

  it("are posted once, beside those of an activity, and count as trainings", async () => {
    await alliance.live([Points.service({ person: 1, activity: 1 })], { rootEvery: 1 });
    const first = await post(TRAINING);
    await post(TRAINING);
    const none = await post({ ...TRAINING, id: "act_1" });
    const balance = (await alliance.ledger.balances([member.pseudonym], 2026)).get(member.pseudonym);

    expect([first.people, first.points, none.people]).toEqual([1, 200, 0]);
    expect(balance).toMatchObject({ points: 325, attendances: 1, trainings: 2 });
  });

  it("are explained and put in the workbook under the class's title", async () => {
    const { items } = await alliance.ledger.issuedBy(TRAINING.id, { limit: 10 });
    const explained = await explainEntries({ issuers, corrections: { get: () => Promise.reject(new Error()) } }, items);
    const sheet = ledgerWorkbook(
      { ledger: alliance.ledger, members: people, issuers, zone: "Asia/Shanghai" },
      { year: 2026, language: "en" },
    );
    const [{ rows } = { rows: [] }] = await readTable(
      new Uint8Array(await new Response(sheet as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()),
    );
    const posted = rows.slice(1).map(({ cells }) => [cells[12]?.kind, cells[12]?.text]);
    const inShanghai = (at: string) =>
      new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
    const titles = rows.slice(1).map(({ cells }) => cells[3]?.text);

    expect(explained).toMatchObject([
      { activityId: "trn_01", title: TRAINING.title, points: "2.00", kind: "training" },
    ]);
    expect(posted[1]).toEqual(["date", inShanghai(items[0]?.postedAt ?? "")]);
    expect(titles).toEqual([Points.activity(1), TRAINING.title]);
  });

  it("are exported and verified independently, to a sum of zero", async () => {
    await alliance.live([Points.cover({ person: 1, activity: 1 })], { rootEvery: 1 });
    const { code, said } = await verifier.verify([await alliance.exported()], "--balances");
    const { persons, issuers: given } = JSON.parse(said);

    expect(code).toBe(0);
    expect(persons[member.pseudonym]["2026"][0]).toBe(375);
    expect(given).toEqual({ [`issuer:${Points.activity(1)}`]: -175, "issuer:trn_01": -200 });
  });
});
