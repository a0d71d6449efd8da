import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { phonePhoto } from "@yigong/testing/sample-files.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

type Who = Parameters<Alliance["as"]>[0];
interface Deed {
  id: string;
  status: string;
  branchId?: string;
  photos?: { id: string; status: string; photo?: object }[];
}
interface Upload {
  photo: { id: string };
  form: { url: string; fields: Record<string, string> };
}
const SAID = { date: "2026-08-30", description: "下班路上帮独居老人修好漏水的龙头", beneficiary: "society" };
const report = (by: Who, more: object = {}, once?: string) =>
  house.as(by).post<Deed>("/deeds", { ...SAID, ...more }, once);
const read = ({ id }: Deed) => house.as("freeB1").get<Deed>(`/deeds/2026/${id}`);
const count = () => house.as("freeB1").get<{ standing: number; reported: number }>("/deeds/2026/count");

/** Uploads a photo of a deed. */
async function photograph({ id }: Deed, by: Who, key: string) {
  const content = new Uint8Array(await phonePhoto(80, 60));
  const said = { name: "现场.jpg", contentType: "image/jpeg", bytes: content.length };
  const path = `/deeds/2026/${id}/photos`;
  const { photo, form } = await house.as(by).post<Upload>(path, said, key);
  const data = new FormData();
  for (const [name, value] of Object.entries(form.fields)) data.append(name, value);
  data.append("file", new Blob([content]), said.name);
  await house.machine.web.request(form.url, { method: "POST", body: data });
  await house.as(by).post(`${path}/${photo.id}/uploaded`);
  return photo.id;
}

describe("a deed that a volunteer reports", () => {
  let deed: Deed;

  it("belongs to the volunteer's branch, and counts no sooner than it is confirmed", async () => {
    deed = await report("freeA1");

    expect(deed).toMatchObject({ status: "reported", branchId: house.unitId("一支部") });
    expect(await count()).toMatchObject({ standing: 0, reported: 1 });
  });

  it("has photos of who reported it, which stay when it is sent again", async () => {
    const photoId = await photograph(deed, "freeA1", "photo-of-deed");
    await expect(photograph(deed, "freeB1", "photo-of-other")).rejects.toMatchObject({ code: "permission.denied" });

    expect((await read(deed)).photos).toMatchObject([{ id: photoId, status: "ready", photo: {} }]);
  });

  it("is one, however often it is sent, and is not reported in the same words again", async () => {
    const first = await report("freeA2", {}, "the-deed-of-august");
    const again = await report("freeA2", {}, "the-deed-of-august");
    await expect(report("freeA2")).rejects.toMatchObject({ status: 409, code: "deed.twice" });

    expect(again).toEqual(first);
    expect(await count()).toMatchObject({ standing: 0, reported: 2 });
  });

  it("is asked of the secretary of its branch and of the alliance, until it is decided", async () => {
    const asked = async (who: Who) =>
      (await house.as(who).get<{ items: { kind: string; href: string }[] }>("/me/todo")).items
        .filter(({ kind }) => kind === "deed")
        .map(({ href }) => href);

    expect(await asked("secretaryA")).toContain(`/m/approvals/deed/2026.${deed.id}`);
    expect(await asked("alliance")).toHaveLength(2);
    expect([await asked("secretaryB"), await asked("freeA1")]).toEqual([[], []]);
    for (const { id } of (await house.as("freeA1").get<{ items: Deed[] }>("/deeds?year=2026")).items)
      expect(await asked("secretaryA")).toContain(`/m/approvals/deed/2026.${id}`);
  });

  it("is confirmed by the secretary of its branch or the alliance, once, by nobody who reported it", async () => {
    const confirm = (by: Who, { id }: Deed) => house.as(by).post<Deed>(`/deeds/2026/${id}/confirm`);
    await expect(confirm("freeA1", deed)).rejects.toMatchObject({ code: "permission.denied" });
    await expect(confirm("secretaryB", deed)).rejects.toMatchObject({ code: "permission.denied" });
    await confirm("secretaryA", deed);
    await expect(confirm("alliance", deed)).rejects.toMatchObject({ code: "deed.confirmed" });
    const elsewhere = await report("secretaryA", { branchId: house.unitId("二支部") });
    await expect(confirm("secretaryA", elsewhere)).rejects.toMatchObject({ code: "permission.denied" });
    await house.as("secretaryB").post(`/deeds/2026/${elsewhere.id}/void`, { reason: "不是本支部的事" });

    expect(elsewhere.status).toBe("reported");
    expect(await read(deed)).toMatchObject({ status: "standing", confirmed: { by: { role: "branchSecretary" } } });
    expect(await count()).toMatchObject({ standing: 1, reported: 1, voided: 1 });
    const { items } = await house.as("secretaryA").get<{ items: { kind: string }[] }>("/me/todo");
    expect(items.filter(({ kind }) => kind === "deed")).toHaveLength(1);
  });

  it("is taken back by who reported it, with a reason, until it is confirmed", async () => {
    const takeBack = ({ id }: Deed, by: Who) => house.as(by).post(`/deeds/2026/${id}/void`, { reason: "写错了日期" });
    const mistaken = await report("freeB1", { date: "2026-08-29" });
    await expect(takeBack(mistaken, "freeA1")).rejects.toMatchObject({ code: "permission.denied" });
    await takeBack(mistaken, "freeB1");
    await expect(takeBack(deed, "freeA1")).rejects.toMatchObject({ code: "permission.denied" });

    expect(await read(mistaken)).toMatchObject({ status: "void", reason: "写错了日期" });
  });

  it("is turned down with a reason, may be said anew, and takes no photo then", async () => {
    const [waits] = (await house.as("freeA2").get<{ items: Deed[] }>(`/deeds?recordedBy=${house.idOf("freeA2")}`))
      .items;
    await house.as("secretaryA").post(`/deeds/2026/${waits?.id}/void`, { reason: "请写明帮到了谁" });
    const anew = await report("freeA2");

    await expect(photograph(waits ?? anew, "freeA2", "late-photo")).rejects.toMatchObject({ code: "deed.void" });
    const { items } = await house.as("freeA2").get<{ items: { template: string; subject: string }[] }>("/messages");
    const told = items.filter(({ template }) => template === "deed.turnedDown");
    expect(told).toMatchObject([{ subject: expect.stringContaining("2026") }]);
    expect(anew.status).toBe("reported");
  });
});

it("within an activity belongs to its branch, and stands in its list", async () => {
  const activity: Started = await house.startActivity({ in: 3, branchId: house.unitId("一支部") as never });
  const deed = await report("freeB1", { activityId: activity.id });
  const listed = await house.as("freeB1").get<{ items: Deed[] }>(`/deeds?activityId=${activity.id}`);

  expect(deed).toMatchObject({ status: "reported", branchId: house.unitId("一支部") });
  expect(listed.items.map(({ id }) => id)).toEqual([deed.id]);
  await expect(report("freeB1", { activityId: `act_${"0".repeat(26)}` })).rejects.toMatchObject({
    code: "activity.missing",
  });
  expect(house.faults).toEqual([]);
});
