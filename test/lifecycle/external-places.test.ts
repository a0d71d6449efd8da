import { createHash } from "node:crypto";
import { type Alliance, openAlliance, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

let house: Alliance;
let departmentId: string;
beforeAll(async () => {
  house = await openAlliance();
  const { items } = await house.as("admin").get<{ items: Unit[] }>("/units?kind=department");
  const department = items.find(({ name }) => name === "市场一部");
  departmentId = department?.id ?? "";
  const headId = house.idOf("counterHead");
  await house.as("admin").patch(`/units/${departmentId}`, { headId, version: department?.version });
});
afterAll(() => house.close());

interface Unit {
  id: string;
  name: string;
  version: number;
}
interface Ranked {
  memberId: string;
  place: number;
  lot?: string;
  aheadBy?: string;
  isVolunteer: boolean;
  external: number;
}
interface Offer {
  id: string;
  version: number;
  state: string;
  sheet: Ranked[];
  byOrder: string[];
  needsDraw: boolean;
  seed?: string;
  volunteerPairs: { ahead: string[]; behind: string[] }[];
  decision?: { chosen: string[]; reason?: string };
}

const dayIn = (days: number) => house.day(days, "12:00").slice(0, 10);
const offer = (more: object = {}) =>
  house.as("alliance").post<Offer>("/nominations", {
    ...{ title: "网络安全高级班", organizer: "省通信学会", about: "五天脱产培训。", departmentId, places: 1 },
    ...{ startsOn: dayIn(40), endsOn: dayIn(44), requires: {} },
    ...{ draw: { source: "福彩双色球下一期开奖号码", knownFrom: house.day(10, "21:30") }, ...more },
  });
const putForward = ({ id, version }: Offer, scores: Partial<Record<Who, string>>, by: Who = "counterHead") =>
  house.as(by).put<Offer>(`/nominations/${id}/candidates`, {
    candidates: Object.entries(scores).map(([who, score]) => ({ memberId: house.idOf(who as Who), score })),
    version,
  });
const draw = ({ id }: Offer, value = "03 11 19 22 27 30 + 08") =>
  house.as("alliance").post<Offer>(`/nominations/${id}/draw`, { value });
const decide = ({ id, version }: Offer, chosen: readonly string[], more: object = {}, by: Who = "counterHead") =>
  house.as(by).post<Offer>(`/nominations/${id}/decision`, { chosen, version, ...more });
const whoIn = (ids: readonly string[]) => ids.map((id) => house.whoIs(id));
const toldOf = async (who: Who) =>
  (await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 100 })).items.map(
    ({ template }) => template,
  );
const closes = () => house.advanceTo(house.day(10, "21:31"));

describe("three equal candidates for one external place", () => {
  let held: Offer;
  beforeEach(async () => {
    held ??= await offer();
  });

  it("stand apart from a higher band ahead and a colleague who is no volunteer behind, with every key shown", async () => {
    held = await putForward(held, { partyA1: "87.5", partyA2: "85", freeA1: "89.99", coverA1: "88", freeA2: "84.99" });

    expect(await toldOf("counterHead")).toContain("nomination.offered");
    expect(held.needsDraw).toBe(true);
    expect(whoIn(held.sheet.map(({ memberId }) => memberId)).slice(3)).toEqual(["coverA1", "freeA2"]);
    expect(held.sheet.map(({ aheadBy }) => aheadBy)).toEqual([undefined, undefined, "volunteer", "score", undefined]);
    expect(held.volunteerPairs.map(({ ahead, behind }) => [whoIn(ahead).toSorted(), whoIn(behind)])).toEqual([
      [["freeA1", "partyA1", "partyA2"], ["coverA1"]],
    ]);
  });

  it("are parted by the announced draw alone, which anybody can work out again", async () => {
    await closes();
    await expect(putForward(held, { partyA1: "99" })).rejects.toMatchObject({ code: "nomination.closed" });
    await expect(decide(held, [house.idOf("partyA1")], { reason: "岗位急需" })).rejects.toMatchObject({
      code: "nomination.draw_due",
    });
    expect(await toldOf("counterHead")).toContain("nomination.closed");
    expect(await toldOf("alliance")).toContain("nomination.drawDue");
    held = await draw(held);
    await house.advanceTo(house.day(0, "22:00"));
    const equal = held.sheet.slice(0, 3);
    const lotOf = (memberId: string) => createHash("sha256").update(`${held.seed}\n${memberId}`).digest("hex");
    const byHand = equal.map(({ memberId }) => lotOf(memberId)).toSorted();

    expect(equal.map(({ lot }) => lot)).toEqual(byHand);
    expect(equal.map(({ aheadBy }) => aheadBy)).toEqual(["draw", "draw", "volunteer"]);
    expect(await toldOf("counterHead")).toContain("nomination.toDecide");
  });

  it("leave the head free to decide otherwise, with a reason that the candidates read; all are told", async () => {
    const [first, second] = held.sheet;
    const other = [second?.memberId ?? ""];
    await expect(decide(held, other)).rejects.toMatchObject({ code: "nomination.reason_due" });
    await expect(decide(held, other, { reason: "带班" }, "partyA1")).rejects.toMatchObject({ status: 403 });
    await expect(decide(held, other, { reason: "带班" }, "alliance")).rejects.toMatchObject({
      code: "nomination.head_decides",
    });
    const decided = await decide(held, other, { reason: "下月由此人带新班" });
    await house.advanceTo(house.day(1, "09:00"));
    const [out, chosen] = whoIn([first?.memberId ?? "", ...other]) as Who[];
    if (!out || !chosen) throw new TypeError("Three candidates stand in the sheet.");
    const own = await house.as(out).get<{ outcome: object }>(`/nominations/${held.id}/mine`);

    expect(decided).toMatchObject({ state: "decided", decision: { chosen: other, reason: "下月由此人带新班" } });
    expect(own.outcome).toMatchObject({ isChosen: false, reason: "下月由此人带新班", own: { place: 1 } });
    expect([await toldOf(chosen), await toldOf(out), await toldOf("coverA1")]).toEqual([
      expect.arrayContaining(["nomination.chosen"]),
      expect.arrayContaining(["nomination.notChosen"]),
      expect.arrayContaining(["nomination.notChosen"]),
    ]);
    await expect(decide(decided, other)).rejects.toMatchObject({ code: "nomination.decided" });
    await expect(house.as("freeB1").get(`/nominations/${held.id}/mine`)).rejects.toMatchObject({ status: 404 });
  });

  it("count less next time for who had the place", async () => {
    const next = await putForward(await offer({ startsOn: dayIn(90), endsOn: dayIn(91) }), {
      partyA1: "87",
      partyA2: "87",
      freeA1: "87",
    });

    expect(next.sheet.map(({ external }) => external)).toEqual([0, 0, 1]);
    expect(next.sheet.map(({ aheadBy }) => aheadBy)).toEqual([undefined, "external", undefined]);
  });
});

describe("a wrong offer or list of external places is refused", () => {
  it("without places, and without a head who could decide", async () => {
    const { items } = await house.as("admin").get<{ items: Unit[] }>("/units?kind=department");
    const headless = items.find(({ name }) => name === "网络部");

    await expect(offer({ places: 0 })).rejects.toMatchObject({ status: 400, code: "input.invalid" });
    await expect(offer({ departmentId: headless?.id })).rejects.toMatchObject({
      code: "nomination.department_headless",
    });
  });

  it("with a score above 100, somebody of another department, somebody twice, or one's own score", async () => {
    const held = await offer();

    await expect(putForward(held, { partyA1: "101" })).rejects.toMatchObject({ code: "nomination.score_out_of_range" });
    await expect(putForward(held, { partyB1: "90" })).rejects.toMatchObject({ code: "nomination.other_department" });
    await expect(putForward(held, { counterHead: "90" })).rejects.toMatchObject({ code: "nomination.own_score" });
    const candidate = { memberId: house.idOf("partyA1"), score: "90" };
    const twice = { candidates: [candidate, candidate], version: held.version };
    await expect(house.as("counterHead").put(`/nominations/${held.id}/candidates`, twice)).rejects.toMatchObject({
      code: "nomination.candidate_twice",
    });
  });

  it("decided by the head who is a candidate: the alliance decides in their stead", async () => {
    const held = await putForward(await offer(), { counterHead: "95", partyA1: "80" }, "alliance");
    await closes();
    const own = [house.idOf("counterHead")];
    await expect(decide(held, own)).rejects.toMatchObject({ code: "nomination.own" });

    expect((await decide(held, own, {}, "alliance")).state).toBe("decided");
  });

  it("in a file of scores, row by row, before anything is kept", async () => {
    const held = await offer();
    const form = new FormData();
    const rows = ["0011,87.5", "0011,88", "0015,90", "9999,90", "0012,101"];
    form.append("file", new File([["工号,得分", ...rows].join("\n")], "评分.csv"));
    const { items } = await house
      .as("counterHead")
      .send<{ items: { score?: number; problems: { code: string }[] }[] }>(
        `/nominations/${held.id}/scores/preview`,
        form,
      );

    expect(items.map(({ problems }) => problems.map(({ code }) => code).join())).toEqual([
      ...["score_twice", "score_twice", "score_other_department", "employee_number_unknown", "score_invalid"],
    ]);
    expect(house.faults).toEqual([]);
  });
});
