import { type Alliance, openAlliance, type Who } from "@yigong/testing/alliance.ts";
import { numberOf, WHO } from "@yigong/testing/sample/people.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Pair {
  id: string;
  state: string;
  ended?: { why: string; reason?: string };
}

const ORDER: readonly Who[] = ["partyA1", "partyA2", "partyA3", "freeA1", "freeA2", "hotlineHead", "coverHotline"];
/** The head of 市场一部, who has no role otherwise. */
const HEAD: Who = "counterHead";

let house: Alliance;
let rankingId = "";
let pair: Pair;

const rank = (who: Who, unit: string, people: readonly Who[] = ORDER) =>
  house.as(who).post<{ id: string }>("/rankings", {
    ...{ departmentId: house.unitId(unit), period: "2026-08", kind: "performer", metric: "业绩完成率" },
    rows: people.map((each, at) => ({ number: numberOf(each), rank: at + 1 })),
  });
const act = (who: Who, verb: string, body: object = {}) =>
  house.as(who).post<Pair>(`/mentorings/${pair.id}/${verb}`, body);
const told = async (who: Who) =>
  (await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 200 })).items;

beforeAll(async () => {
  house = await openAlliance();
  const department = house.unitId("市场一部");
  const { version } = await house.as("admin").get<{ version: number }>(`/units/${department}`);
  await house.as("admin").patch(`/units/${department}`, { version, headId: house.idOf(HEAD) });
  rankingId = (await rank(HEAD, "市场一部")).id;
  pair = await house.as(HEAD).post<Pair>("/mentorings", {
    ...{ kind: "performer", rankingId, mentorNumber: numberOf("partyA1"), menteeNumber: numberOf("coverHotline") },
  });
  await act("partyA1", "consent");
  await act("coverHotline", "consent");
});
afterAll(() => house.close());

describe("who sees who is last", () => {
  it("lets the head of a department arrange in their own department, and in no other", async () => {
    await expect(rank(HEAD, "市场二部")).rejects.toMatchObject({ code: "mentoring.missing" });
    expect(await house.as(HEAD).get("/rankings")).toMatchObject({ items: [{ id: rankingId, people: ORDER.length }] });
    await expect(
      house.as(HEAD).post("/mentorings", { kind: "hardship", mentorNumber: "9999", menteeNumber: numberOf("freeA1") }),
    ).rejects.toMatchObject({ code: "mentoring.unknown_numbers" });
  });

  it.each(WHO.filter((who) => ![HEAD, "partyA1", "coverHotline"].includes(who)))(
    "gives %s neither pair nor ranking, by no list and no act",
    async (who) => {
      const as = house.as(who);
      const lists = await Promise.all(
        ["/mentorings", "/rankings", "/me/mentorings"].map((path) => as.get<{ items: unknown[] }>(path)),
      );
      expect(lists.flatMap(({ items }) => items)).toEqual([]);
      await expect(as.get(`/rankings/${rankingId}`)).rejects.toMatchObject({ status: 404 });
      await expect(as.get(`/mentorings/${pair.id}`)).rejects.toMatchObject({ status: 404 });
      for (const verb of ["consent", "decline", "end", "contacts"])
        await expect(
          as.post(`/mentorings/${pair.id}/${verb}`, verb === "contacts" ? { day: "2026-09-01", how: "talk" } : {}),
        ).rejects.toMatchObject({ status: 404 });
    },
  );

  it("names nobody who is last in the audit or in messages to others, and keeps each reading of the head", async () => {
    await house.as(HEAD).get(`/rankings/${rankingId}`);
    const audits = house.machine.app.useCases.audits;
    const entries = [
      ...(await audits.about(rankingId, { limit: 50 })).items,
      ...(await audits.about(pair.id, { limit: 50 })).items,
    ];
    const last = house.idOf("coverHotline");
    const others = await Promise.all(WHO.filter((who) => who !== "partyA1" && who !== "coverHotline").map(told));

    expect(entries.filter(({ action }) => action === "mentoring.readRanking")).toHaveLength(1);
    expect(JSON.stringify(entries.map(({ actorId: _, ...entry }) => entry))).not.toContain(last);
    expect(others.flat().filter(({ template }) => template.startsWith("mentoring."))).toEqual([]);
  });

  it("tells the head a week after a contact was due, without the name of the mentee", async () => {
    await house.advanceTo(house.day(38, "10:00"));
    const overdue = (await told(HEAD)).filter(({ template }) => template === "mentoring.overdue");

    expect(overdue).toHaveLength(1);
    expect(JSON.stringify(overdue)).not.toContain("coverHotline");
  });

  it("tells why a mentor ended it to the head, not to the mentee", async () => {
    await act("partyA1", "end", { reason: "调去外地三个月" });
    const { items } = await house.as("coverHotline").get<{ items: Pair[] }>("/me/mentorings");
    const seen = await house.as("coverHotline").get<Pair>(`/mentorings/${pair.id}`);
    const head = await house.as(HEAD).get<Pair>(`/mentorings/${pair.id}`);

    expect([items[0]?.ended?.why, items[0]?.ended?.reason, seen.ended?.reason]).toEqual([
      "mentor",
      undefined,
      undefined,
    ]);
    expect(head.ended?.reason).toBe("调去外地三个月");
  });
});
