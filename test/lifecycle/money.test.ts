import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { phonePhoto } from "@yigong/testing/sample-files.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

type Who = Parameters<Alliance["as"]>[0];
interface Spending {
  state: string;
  spentFen: number;
  leftFen: number;
  expenses: { id: string; fen: number; receipts: { status: string }[] }[];
}
interface Upload {
  photo: { id: string };
  form: { url: string; fields: Record<string, string> };
}
let sent = 0;

const path = (activity: Started, rest: string) => `/activities/${activity.id}/${rest}`;
const spendingOf = (activity: Started, by: Who = "lead") => house.as(by).get<Spending>(path(activity, "spending"));
const granted = async (moneyFen: number) => {
  const activity = await house.startActivity({
    in: 10,
    by: "lead",
    origin: "team",
    teamId: house.unitId("爱心奉献") as never,
    audience: { branchIds: [], teamIds: [] },
    proposal: { plan: "走访独居老人并检修线路", wishes: { guidance: false, moneyFen } } as never,
  });
  await house.approve(activity, { moneyFen });
  return activity;
};

/** Uploads a file as a receipt. */
async function receipt(activity: Started, by: Who, file?: { content: Uint8Array; contentType: string; name: string }) {
  const photo = file ?? { content: await phonePhoto(80, 60), contentType: "image/jpeg", name: "发票.jpg" };
  sent += 1;
  const said = { name: photo.name, contentType: photo.contentType, bytes: photo.content.length };
  const { photo: announced, form } = await house
    .as(by)
    .post<Upload>(path(activity, "receipts/me"), said, `receipt-${sent}`);
  const data = new FormData();
  for (const [name, value] of Object.entries(form.fields)) data.append(name, value);
  data.append("file", new Blob([new Uint8Array(photo.content)]), said.name);
  await house.machine.web.request(form.url, { method: "POST", body: data });
  await house.as(by).post(path(activity, `receipts/me/${announced.id}/uploaded`));
  return announced.id;
}
const spend = async (activity: Started, fen: number, { by = "lead" as Who, what = "矿泉水和路费" } = {}) => {
  const paidOn = house.machine.now().slice(0, 10);
  const receiptIds = [await receipt(activity, by)];
  return house.as(by).post<Spending>(path(activity, "expenses"), { fen, what, paidOn, receiptIds });
};
const decide = (activity: Started, by: Who, verdict: object) =>
  house.as(by).post<Spending>(path(activity, "spending/decision"), verdict);
const asked = async (by: Who) =>
  (await house.as(by).get<{ items: { kind: string; key: string }[] }>("/me/todo")).items
    .filter(({ kind }) => kind.startsWith("money"))
    .map(({ kind }) => kind);

describe("money that the alliance granted a team", () => {
  let activity: Started;

  it("is spent with receipts, up to the grant and not a fen above it", async () => {
    activity = await granted(30_000);
    await spend(activity, 20_000);

    await expect(spend(activity, 10_001)).rejects.toMatchObject({
      code: "expense.above_grant",
      message: expect.stringContaining("100"),
    });
    expect(await spend(activity, 10_000)).toMatchObject({ state: "open", spentFen: 30_000, leftFen: 0 });
    expect((await spendingOf(activity)).expenses.map(({ receipts }) => receipts[0]?.status)).toEqual([
      "ready",
      "ready",
    ]);
  });

  it("is given back by voiding what was wrong, with a reason, and the receipt may be used again", async () => {
    const [first] = (await spendingOf(activity)).expenses;
    await house.as("lead").post(path(activity, `expenses/${first?.id}/void`), { reason: "金额记错" });

    expect(await spend(activity, 12_050)).toMatchObject({ spentFen: 22_050, leftFen: 7_950 });
  });

  it("keeps the archive from being filed, and the page and the refusal say so", async () => {
    await house.advanceTo(activity.at("15:00"));
    await house.writeSummary(activity, "lead");
    await house.addPhoto(activity, "lead");
    const { missing } = await house.as("lead").get<{ missing: string[] }>(path(activity, "archive"));

    expect(missing).toEqual(["money"]);
    await expect(house.submitArchive(activity, "lead")).rejects.toMatchObject({ code: "archive.incomplete" });
    expect(await asked("lead")).toEqual(["moneyOpen"]);
  });

  it("is handed in, returned with a reason, and handed in again", async () => {
    await house.as("lead").post(path(activity, "spending/hand-in"));
    const toSettle = await asked("alliance");
    await decide(activity, "alliance", { verdict: "return", reason: "少一张发票" });

    expect(toSettle).toEqual(["moneyToSettle"]);
    expect(await asked("lead")).toEqual(["moneyReturned"]);
    expect(await house.told(activity, "alliance")).toContain("expense.handedIn");
    expect(await house.told(activity, "lead")).toContain("expense.returned");
    await expect(decide(activity, "alliance", { verdict: "settle" })).rejects.toMatchObject({
      code: "expense.not_handed_in",
    });
  });

  it("is settled by a second person, after which the archive is filed and nothing moves any more", async () => {
    await house.as("lead").post(path(activity, "spending/hand-in"));
    const settled = await decide(activity, "alliance", { verdict: "settle" });
    await house.submitArchive(activity, "lead");

    expect(settled).toMatchObject({ state: "settled", spentFen: 22_050, leftFen: 7_950 });
    expect(await house.told(activity, "lead")).toContain("expense.settled");
    expect(await spendingOf(activity, "alliance")).toMatchObject({ state: "closed" });
    await expect(decide(activity, "alliance", { verdict: "return", reason: "再看看" })).rejects.toMatchObject({
      code: "expense.closed",
    });
    await expect(spend(activity, 100)).rejects.toMatchObject({ code: "expense.closed" });
    expect([await asked("lead"), await asked("alliance")]).toEqual([[], []]);
  });
});

describe("money of an activity that was cancelled", () => {
  it("is asked of its organizer, and settled by somebody who spent nothing of it", async () => {
    const activity = await granted(10_000);
    await spend(activity, 2_000, { by: "alliance" });
    await house.as("alliance").post(path(activity, "cancel"), { reason: "台风" });
    const before = await asked("lead");
    await house.as("lead").post(path(activity, "spending/hand-in"));

    expect(before).toEqual(["moneyOpen"]);
    expect(await asked("alliance")).toEqual([]);
    await expect(decide(activity, "alliance", { verdict: "settle" })).rejects.toMatchObject({ code: "expense.own" });
  });
});

describe("what is no expense", () => {
  it("is money that nobody granted, a receipt of nobody, or one that was used", async () => {
    const none = await house.startActivity({ in: 12 });
    const activity = await granted(10_000);
    const paidOn = house.machine.now().slice(0, 10);
    const [mine] = [await receipt(activity, "lead")];
    const record = (of: Started, receiptIds: string[], by: Who = "lead") =>
      house.as(by).post(path(of, "expenses"), { fen: 100, what: "路费", paidOn, receiptIds });

    await expect(record(none, [mine], "organizer")).rejects.toMatchObject({ code: "expense.no_grant" });
    await expect(record(activity, [mine.replace(/.$/, mine.endsWith("0") ? "1" : "0")])).rejects.toMatchObject({
      code: "expense.receipt_missing",
    });
    await record(activity, [mine]);
    await expect(record(activity, [mine])).rejects.toMatchObject({ code: "expense.receipt_used" });
    await expect(house.as("lead").delete(path(activity, `receipts/me/${mine}`))).rejects.toMatchObject({
      code: "photo.in_use",
    });
    await expect(record(activity, [mine], "freeA1")).rejects.toMatchObject({ code: "permission.denied" });
  });

  it("is a file that only claims to be a photo, or one that does not even", async () => {
    const activity = await granted(10_000);
    const paidOn = house.machine.now().slice(0, 10);
    const content = new TextEncoder().encode("不是照片");
    const receiptId = await receipt(activity, "lead", { content, contentType: "image/png", name: "发票.png" });

    await expect(
      house.as("lead").post(path(activity, "expenses"), { fen: 100, what: "路费", paidOn, receiptIds: [receiptId] }),
    ).rejects.toMatchObject({ code: "expense.receipt_missing" });
    await expect(
      house
        .as("lead")
        .post(path(activity, "receipts/me"), { name: "a.txt", contentType: "text/plain", bytes: 3 }, "receipt-txt"),
    ).rejects.toMatchObject({ code: "photo.not_a_photo" });
  });
});
