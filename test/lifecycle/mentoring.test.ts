import { type Alliance, openAlliance, type Who } from "@yigong/testing/alliance.ts";
import { numberOf } from "@yigong/testing/sample/people.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Pair {
  id: string;
  state: string;
  version: number;
  until?: string;
  dueOn?: string;
  outcome?: { leftLast: boolean; startRank: number; endRank: number };
}
interface Ranked {
  id: string;
  rows: { memberId: string; band?: string }[];
  pairs: { mentor: { memberId: string }; mentee: { memberId: string } }[];
}

let house: Alliance;
let department = "";
/** Those of 市场一部, the best first. */
const ORDER: Who[] = [
  "partyA1",
  "partyA2",
  "partyA3",
  "freeA1",
  "freeA2",
  "coverA1",
  "coverA2",
  "counterHead",
  "hotlineHead",
  "coverHotline",
];
beforeAll(async () => {
  house = await openAlliance();
  department = house.unitId("市场一部");
  const { id } = await house
    .as("alliance")
    .post<{ id: string }>("/rankings/officer", {})
    .catch(() => ({ id: "" }));
  void id;
});
afterAll(() => house.close());

const rank = (period: string, order: readonly Who[] = ORDER, by: Who = "service", more: object = {}) =>
  house.as(by).post<Ranked>("/rankings", {
    ...{ departmentId: department, period, kind: "performer", metric: "业绩完成率" },
    rows: order.map((who, at) => ({ number: numberOf(who), rank: at + 1 })),
    ...more,
  });
const propose = (kind: string, mentor: Who, mentee: Who, more: object = {}, by: Who = "service") =>
  house.as(by).post<Pair>("/mentorings", { kind, mentorId: house.idOf(mentor), menteeId: house.idOf(mentee), ...more });
const act = (one: Pair, who: Who, verb: string, body: object = {}) =>
  house.as(who).post<Pair>(`/mentorings/${one.id}/${verb}`, body);
const told = async (who: Who) =>
  (await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 200 })).items.map(
    ({ template }) => template,
  );
const dayOf = (days: number) => house.day(days, "12:00").slice(0, 10);

describe("mentoring", () => {
  it("shows rankings to nobody until the committee has named the one person of the alliance, and then to them", async () => {
    await expect(rank("2026-08")).rejects.toMatchObject({ status: 404 });
    await expect(
      house.as("service").put("/rankings/officer", { memberId: house.idOf("service") }),
    ).rejects.toMatchObject({ status: 403 });
    const committee = house.idOf("coverOffice");
    const grant = { role: "committee", scope: { kind: "all" } };
    await house.as("admin").post(`/members/${committee}/roles`, grant);
    await house.as("coverOffice").put("/rankings/officer", { memberId: house.idOf("service") });
    const ranking = await rank("2026-08");

    expect(ranking.rows.filter(({ band }) => band === "last").map(({ memberId }) => house.whoIs(memberId))).toEqual([
      "hotlineHead",
      "coverHotline",
    ]);
    expect(
      ranking.pairs.map(({ mentor, mentee }) => [house.whoIs(mentor.memberId), house.whoIs(mentee.memberId)]),
    ).toEqual([
      ["partyA1", "hotlineHead"],
      ["partyA2", "coverHotline"],
    ]);
  });

  it("refuses a ranking of four, a person twice, a rank left out, an unknown number, and one of another department", async () => {
    await expect(rank("2026-07", ORDER.slice(0, 4))).rejects.toMatchObject({ code: "mentoring.ranking_too_few" });
    await expect(rank("2026-07", [...ORDER, "partyA1"])).rejects.toMatchObject({ code: "mentoring.ranked_twice" });
    await expect(rank("2026-07", [...ORDER, "partyB1"])).rejects.toMatchObject({ code: "mentoring.numbers_elsewhere" });
    const rows = ORDER.map((who, at) => ({ number: numberOf(who), rank: at === 3 ? 9 : at + 1 }));
    await expect(rank("2026-07", ORDER, "service", { rows })).rejects.toMatchObject({ code: "mentoring.ranks_wrong" });
    const unknown = [...rows, { number: "9999", rank: 1 }];
    await expect(rank("2026-07", ORDER, "service", { rows: unknown })).rejects.toMatchObject({
      code: "mentoring.unknown_numbers",
    });
    await expect(rank("2026-08")).rejects.toMatchObject({ code: "mentoring.ranking_known" });
  });

  it("reads ranks from a file as they are written, for who arranges, and keeps nothing of it", async () => {
    const form = () => {
      const body = new FormData();
      body.append(
        "file",
        new File([["工号,姓名,名次", `${numberOf("partyA1")},甲,1`, "9999,乙,第二"].join("\n")], "排名.csv"),
      );
      return body;
    };
    const { items } = await house.as("service").send<{ items: object[] }>("/rankings/preview", form());

    expect(items).toMatchObject([
      { row: 2, number: numberOf("partyA1"), rank: "1" },
      { row: 3, number: "9999", rank: "第二" },
    ]);
    await expect(house.as("alliance").send("/rankings/preview", form())).rejects.toMatchObject({ status: 404 });
    await expect(house.as("service").send("/rankings/preview", new FormData())).rejects.toMatchObject({ status: 400 });
  });

  it("pairs the first fifth with the last of the same department, and begins once both agree", async () => {
    const { items } = await house.as("service").get<{ items: { id: string }[] }>("/rankings");
    const by = { rankingId: items[0]?.id };
    await expect(propose("performer", "partyB1", "coverHotline", by)).rejects.toMatchObject({
      code: "mentoring.other_department",
    });
    await expect(propose("performer", "freeA1", "coverHotline", by)).rejects.toMatchObject({
      code: "mentoring.not_first",
    });
    await expect(propose("performer", "partyA1", "freeA1", by)).rejects.toMatchObject({ code: "mentoring.not_last" });
    await expect(propose("performer", "partyA1", "partyA1", by)).rejects.toMatchObject({ code: "mentoring.oneself" });
    await expect(propose("performer", "partyA1", "coverHotline", {})).rejects.toMatchObject({
      code: "mentoring.ranking_needed",
    });
    const one = await propose("performer", "partyA1", "coverHotline", by);
    await expect(propose("performer", "partyA2", "coverHotline", by)).rejects.toMatchObject({
      code: "mentoring.mentee_has",
    });
    await expect(act(one, "partyA1", "contacts", { day: dayOf(0), how: "talk" })).rejects.toMatchObject({
      code: "mentoring.not_begun",
    });
    await act(one, "partyA1", "consent");
    const going = await act(one, "coverHotline", "consent");

    expect(going.state).toBe("going");
    expect(await told("coverHotline")).toEqual(expect.arrayContaining(["mentoring.asked", "mentoring.began"]));
    await expect(act(one, "partyA2", "consent")).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    "alliance",
    "admin",
    "organizer",
    "secretaryA",
    "lead",
    "auditor",
    "partyA2",
    "coverOffice",
    "counterHead",
  ] as const)("shows nothing of a pair or a ranking to %s", async (who) => {
    const all = await house.machine.app.useCases.mentorings.all();
    const [ranking] = await house.machine.app.useCases.mentorings.rankings();
    const lists = await Promise.all(
      ["/mentorings", "/rankings", "/me/mentorings"].map((path) => house.as(who).get<{ items: unknown[] }>(path)),
    );

    for (const one of all)
      await expect(house.as(who).get(`/mentorings/${one.id}`)).rejects.toMatchObject({ status: 404 });
    await expect(house.as(who).get(`/rankings/${ranking?.id}`)).rejects.toMatchObject({ status: 404 });
    expect(lists.flatMap(({ items }) => items)).toEqual([]);
  });

  it("keeps each reading by the one person, and none by the two", async () => {
    const [one] = await house.machine.app.useCases.mentorings.all();
    const audits = async () =>
      (await house.machine.app.useCases.audits.about(one?.id ?? "", { limit: 100 })).items.filter(
        ({ action }) => action === "mentoring.read",
      ).length;
    const before = await audits();
    await house.as("partyA1").get(`/mentorings/${one?.id}`);
    await house.as("service").get(`/mentorings/${one?.id}`);

    expect((await audits()) - before).toBe(1);
  });

  it("reminds the mentor when a month is over, the one person two weeks later, and nobody who has met", async () => {
    const [one] = await house.machine.app.useCases.mentorings.all();
    await house.advanceTo(house.day(31, "10:00"));
    expect((await told("partyA1")).filter((template) => template === "mentoring.due")).toHaveLength(1);
    await house.advanceTo(house.day(14, "10:00"));
    expect(await told("service")).toContain("mentoring.forgotten");
    await expect(
      act(one as unknown as Pair, "partyA1", "contacts", { day: dayOf(2), how: "talk" }),
    ).rejects.toMatchObject({ code: "mentoring.contact_ahead" });
    await act(one as unknown as Pair, "partyA1", "contacts", { day: dayOf(0), how: "show", note: "讲了套餐" });
    await house.advanceTo(house.day(20, "10:00"));

    expect((await told("partyA1")).filter((template) => template === "mentoring.due")).toHaveLength(1);
    expect(house.faults).toEqual([]);
  });

  it("says what became of the mentee by later rankings alone, and the same of those without a mentor", async () => {
    const up = (who: Who) => [who, ...ORDER.filter((each) => each !== who)];
    await rank("2026-09", up("coverHotline"));
    await rank("2026-10", up("coverHotline"));
    const { items } = await house.as("service").get<{ items: Pair[] }>("/mentorings");
    const figures = await house
      .as("alliance")
      .get<{ mentors: number; pairs: number; mentees?: object }>(`/mentorings/figures?year=${dayOf(0).slice(0, 4)}`);

    expect(items).toMatchObject([{ outcome: { leftLast: true, startRank: 10, endRank: 1 } }]);
    expect(figures).toMatchObject({ mentors: 1, pairs: 1 });
    expect(figures.mentees).toBeUndefined();
  });

  it("is ended by the mentee without a reason, by the mentor with one, and makes room for another", async () => {
    const [one] = (await house.machine.app.useCases.mentorings.all()) as unknown as Pair[];
    if (!one) throw new TypeError("no pair");
    await expect(act(one, "partyA1", "end")).rejects.toMatchObject({ code: "mentoring.reason_needed" });
    const ended = await act(one, "coverHotline", "end");
    await act(one, "coverHotline", "end");

    expect(ended.state).toBe("ended");
    await expect(act(one, "partyA1", "consent")).rejects.toMatchObject({ code: "mentoring.over" });
    await propose("performer", "partyA2", "coverHotline", {
      rankingId: (await house.machine.app.useCases.mentorings.rankings())[0]?.id,
    });
  });

  it("pairs a party volunteer with colleagues who are no party members, two at most", async () => {
    await expect(propose("partyToMasses", "freeA1", "freeA2", {}, "alliance")).rejects.toMatchObject({
      code: "mentoring.not_party_volunteer",
    });
    await expect(propose("partyToMasses", "partyA3", "partyA4", {}, "alliance")).rejects.toMatchObject({
      code: "mentoring.mentee_in_party",
    });
    const first = await propose("partyToMasses", "partyA3", "freeA1", {}, "alliance");
    await propose("partyToMasses", "partyA3", "freeA2", {}, "alliance");
    await expect(propose("partyToMasses", "partyA3", "freeB1", {}, "alliance")).rejects.toMatchObject({
      code: "mentoring.mentor_full",
    });
    await act(first, "freeA1", "decline");
    await propose("partyToMasses", "partyA3", "freeB1", {}, "alliance");

    expect(await told("partyA3")).toContain("mentoring.notAgreed");
  });
});
