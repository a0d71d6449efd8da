import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

type Who = Parameters<Alliance["as"]>[0];
interface Praise {
  id: string;
  receiver: string;
  status: string;
  files?: { id: string; status: string; document?: object }[];
}
interface Upload {
  photo: { id: string };
  form: { url: string; fields: Record<string, string> };
}
const SAID = { issuer: "海陵区民政局", date: "2026-08-28", text: "连续三年陪伴独居老人，群众反映很好。" };
const to = {
  member: (who: Who) => ({ kind: "member", memberId: house.idOf(who) }),
  team: () => ({ kind: "team", teamId: house.unitId("爱心奉献") }),
  activity: ({ id }: Started) => ({ kind: "activity", activityId: id }),
};
const record = (by: Who, receiver: object, more: object = {}, once?: string) =>
  house.as(by).post<Praise>("/praise", { ...SAID, to: receiver, ...more }, once);
const seen = async (by: Who, query = "") =>
  (await house.as(by).get<{ items: Praise[] }>(`/praise?year=2026${query}`)).items.map(({ id }) => id);

async function leave(who: Who, leftOn: string) {
  const path = `/members/${house.idOf(who)}`;
  const { version } = await house.as("admin").get<{ version: number }>(path);
  await house.as("admin").patch(path, { version, leftOn });
}

/** A letter as a PDF of one page. */
const LETTER = new TextEncoder().encode(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/** Adds the letter to praise. */
async function attach({ id }: Praise, by: Who, key: string) {
  const path = `/praise/2026/${id}/files`;
  const said = { name: "表扬信.pdf", contentType: "application/pdf", bytes: LETTER.length };
  const { photo, form } = await house.as(by).post<Upload>(path, said, key);
  const data = new FormData();
  for (const [name, value] of Object.entries(form.fields)) data.append(name, value);
  data.append("file", new Blob([LETTER]), said.name);
  await house.machine.web.request(form.url, { method: "POST", body: data });
  await house.as(by).post(`${path}/${photo.id}/uploaded`);
}

describe("praise from outside", () => {
  let ofPerson: Praise;
  let ofTeam: Praise;

  it("is recorded for a person by the secretary of their branch, once however often it is sent", async () => {
    ofPerson = await record("secretaryA", to.member("freeA1"), {}, "letter-of-august");
    const again = await record("secretaryA", to.member("freeA1"), {}, "letter-of-august");
    await expect(record("secretaryB", to.member("freeA1"))).rejects.toMatchObject({ code: "permission.denied" });

    expect(again.id).toBe(ofPerson.id);
    expect(ofPerson).toMatchObject({ receiver: "freeA1", status: "standing" });
  });

  it("is told to the person, once, with the way to their record", async () => {
    const { items } = await house.as("freeA1").get<{ items: { template: string; page?: string }[] }>("/messages");

    expect(items.filter(({ template }) => template === "praise.received")).toMatchObject([{ page: "/m/record" }]);
  });

  it("is recorded for a team by the alliance or an organizer", async () => {
    await expect(record("secretaryA", to.team())).rejects.toMatchObject({ code: "permission.denied" });
    ofTeam = await record("organizer", to.team(), { date: "2026-08-20" });

    expect(ofTeam).toMatchObject({ receiver: "爱心奉献" });
  });

  it("keeps the letter, as a PDF or a photo, from who may record it", async () => {
    await expect(attach(ofPerson, "secretaryB", "letter-other")).rejects.toMatchObject({ code: "permission.denied" });
    await attach(ofPerson, "secretaryA", "letter-itself");

    const { files } = await house.as("freeA1").get<Praise>(`/praise/2026/${ofPerson.id}`);
    expect(files).toMatchObject([{ status: "ready", document: {} }]);
  });

  it("of a person is read by the person, their secretary, alliance and committee; of a team by everybody", async () => {
    expect(await seen("freeA1")).toEqual([ofPerson.id, ofTeam.id]);
    expect(await seen("secretaryA")).toEqual([ofPerson.id, ofTeam.id]);
    expect(await seen("secretaryB")).toEqual([ofTeam.id]);
    expect(await seen("freeB1")).toEqual([ofTeam.id]);
    expect(await seen("freeB1", `&memberId=${house.idOf("freeA1")}`)).toEqual([]);
    await expect(house.as("freeB1").get(`/praise/2026/${ofPerson.id}`)).rejects.toMatchObject({
      code: "permission.denied",
    });
  });

  it.each([
    ["without an issuer", { issuer: undefined }, "input.invalid"],
    ["with an issuer of nothing but spaces", { issuer: "   " }, "input.invalid"],
    ["of a day that has not come", { date: "2026-12-24" }, "praise.in_future"],
    ["twice", {}, "praise.twice"],
  ])("is not recorded %s", async (_, more, code) => {
    await expect(record("alliance", to.member("freeA1"), more)).rejects.toMatchObject({ code });
  });

  it("is for somebody or something that there is", async () => {
    const nobody = `mem_${"0".repeat(26)}`;
    await expect(record("alliance", { kind: "member", memberId: nobody })).rejects.toMatchObject({
      code: "member.missing",
    });
    await expect(record("alliance", { kind: "team", teamId: house.unitId("一支部") })).rejects.toMatchObject({
      code: "unit.wrong_kind",
    });
    await expect(record("alliance", { kind: "activity", activityId: `act_${"0".repeat(26)}` })).rejects.toMatchObject({
      code: "activity.missing",
    });
  });

  it("is not recorded for somebody who has left, but for what they took part in", async () => {
    await leave("freeA2", "2026-08-31");
    const activity = await house.startActivity({ in: 3 });
    await expect(record("alliance", to.member("freeA2"))).rejects.toMatchObject({
      status: 409,
      code: "praise.member_left",
      message: expect.stringContaining("freeA2"),
    });
    const praise = await record("organizer", to.activity(activity));

    expect(await seen("freeB1", `&activityId=${activity.id}`)).toEqual([praise.id]);
  });

  it("gives no points", async () => {
    const { entries } = await house
      .as("freeA1")
      .get<{ entries: { items: object[] } }>(`/members/${house.idOf("freeA1")}/points?year=2026`);

    expect(entries.items).toEqual([]);
  });

  it("is voided once, with a reason, stays to be seen, and takes no file then", async () => {
    const revoke = (by: Who) => house.as(by).post<Praise>(`/praise/2026/${ofPerson.id}/void`, { reason: "登记错人" });
    await expect(revoke("secretaryB")).rejects.toMatchObject({ code: "permission.denied" });
    await revoke("secretaryA");
    await expect(revoke("alliance")).rejects.toMatchObject({ code: "praise.void" });
    await expect(attach(ofPerson, "secretaryA", "letter-late")).rejects.toMatchObject({ code: "praise.void" });

    expect(await house.as("freeA1").get<Praise>(`/praise/2026/${ofPerson.id}`)).toMatchObject({
      status: "void",
      reason: "登记错人",
    });
    expect(await record("alliance", to.member("freeA1"))).toMatchObject({ status: "standing" });
    expect(house.faults).toEqual([]);
  });
});
