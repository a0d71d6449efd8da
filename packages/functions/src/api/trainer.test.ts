import { csvFile } from "@yigong/testing/roster-use-cases.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, when } = alliance;
afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.units(TEAMS);
  await given.members("admin", "alliance", "organizer", 101, 102);
  await given.member(103, { volunteerSince: undefined });
});

const HEADER = ["工号", "聘任日期", "聘期至", "级别", "专长"];
const numberOf = (number: number) => String(number).padStart(5, "0");
const pathOf = (number: number) => `/trainers/${memberIdOf(number)}`;
const appoint = (number: number, more: object = {}) =>
  when("alliance").post(`${pathOf(number)}/appointments`, {
    ...{ from: "2026-01-01", level: "senior", teamIds: [TEAM], ...more },
  });
async function imported(...rows: readonly string[][]) {
  const form = new FormData();
  form.set("kind", "trainer");
  form.set("file", new File([csvFile([HEADER, ...rows]) as Uint8Array<ArrayBuffer>], "trainers.csv"));
  const { body } = await when("alliance").post("/imports", form);
  return body as { id: string; counts: Record<string, number> };
}
const listed = async (query = "") => {
  const { body } = await when("organizer").get(`/trainers${query}`);
  return [body.trainers, body.items.map(({ memberId }: { memberId: string }) => memberId)];
};

describe("trainers", () => {
  it("are appointed by the alliance, counted by day and year, and no more after the last day", async () => {
    const denied = await when("organizer").post(`${pathOf(101)}/appointments`, { from: "2026-01-01", level: "junior" });
    await appoint(101, { until: "2026-06-30" });
    await appoint(102, { from: "2027-01-01" });

    expect(denied.status).toBe(403);
    expect(await listed("?day=2026-06-30")).toEqual([1, [memberIdOf(101)]]);
    expect(await listed("?day=2026-07-01")).toEqual([0, []]);
    expect(await listed("?year=2027")).toEqual([1, [memberIdOf(102)]]);
  });

  it("are volunteers: somebody else is refused with the way on, and a second appointment of the same days too", async () => {
    await appoint(101);
    const [stranger, twice] = [await appoint(103), await appoint(101, { from: "2026-02-01" })];

    expect([stranger.status, stranger.body.code]).toEqual([409, "trainer.not_volunteer"]);
    expect([twice.status, twice.body.code]).toEqual([409, "trainer.overlaps"]);
  });

  it("read their own appointments, which end with a reason", async () => {
    await appoint(101);
    const end = { until: "2026-08-31", reason: "调任外地" };
    const ended = await when("alliance").post(`${pathOf(101)}/appointments/2026-01-01/end`, end);
    const own = await when(101).get(pathOf(101));

    expect(ended.status).toBe(200);
    expect(own.body.items).toMatchObject([{ from: "2026-01-01", until: "2026-08-31", ended: { reason: "调任外地" } }]);
    expect((await when(102).get(pathOf(101))).status).toBe(403);
  });

  it("are the same for the roster's form: a tick there opens an appointment, and none ends it", async () => {
    const path = `/members/${memberIdOf(102)}`;
    const { version } = (await when("admin").get(path)).body;
    const ticked = (await when("admin").patch(path, { version, trainer: true })).body;
    const today = alliance.clock.at.slice(0, 10);
    const opened = (await when(102).get(pathOf(102))).body;
    await when("admin").patch(path, { version: ticked.version, trainer: false });

    expect([ticked.trainer, opened.isTrainer, opened.items]).toEqual([true, true, [{ from: today, teamIds: [] }]]);
    expect((await when(102).get(pathOf(102))).body).toMatchObject({ isTrainer: false, items: [] });
  });
});

describe("a file of appointments", () => {
  it("adds them, once however often it is imported, and takes them back", async () => {
    const rows = [
      [numberOf(101), "2010-03-01", "2010-12-31", "初级", ""],
      [numberOf(101), "2012-03-01", "", "高级", TEAMS[0]?.name ?? ""],
    ];
    const first = await imported(...rows);
    await when("alliance").post(`/imports/${first.id}/apply`, {});
    const again = await imported(...rows);
    const held = (await when(101).get(pathOf(101))).body;
    await when("alliance").post(`/imports/${first.id}/undo`, {});

    expect([first.counts.adds, again.counts.unchanged]).toEqual([2, 2]);
    expect(held).toMatchObject({
      isTrainer: true,
      items: [
        { from: "2010-03-01", level: "junior" },
        { from: "2012-03-01", level: "senior", teamIds: [TEAMS[0]?.id] },
      ],
    });
    expect((await when(101).get(pathOf(101))).body.items).toEqual([]);
  });

  it("takes the place of what the roster alone made somebody since they became a volunteer", async () => {
    await given.member(104, { trainer: true, volunteerSince: "2008-01-01" });
    const { id } = await imported([numberOf(104), "2010-03-01", "2012-12-31", "初级", ""]);
    await when("alliance").post(`/imports/${id}/apply`, {});
    const after = (await when(104).get(pathOf(104))).body;
    await when("alliance").post(`/imports/${id}/undo`, {});

    expect(after).toMatchObject({ isTrainer: false, items: [{ from: "2010-03-01", until: "2012-12-31" }] });
    expect((await when(104).get(pathOf(104))).body.items).toMatchObject([{ from: "2008-01-01" }]);
  });

  it("names what is wrong in each row", async () => {
    await appoint(101);
    const { id } = await imported(
      [numberOf(103), "2026-01-01", "", "初级", ""],
      [numberOf(101), "2026-05-01", "", "初级", ""],
      [numberOf(102), "2026-05-01", "2026-04-30", "初级", ""],
      [numberOf(102), "2026-05-01", "", "特级", "无此分队"],
      [numberOf(999), "2026-05-01", "", "初级", ""],
      [numberOf(102), "2026-05-01", "", "初级", ""],
      [numberOf(102), "2026-06-01", "", "初级", ""],
    );
    const { items } = (await when("alliance").get(`/imports/${id}/rows?state=bad`)).body;

    expect(
      items.map(({ problems }: { problems: { code: string }[] }) => problems.map(({ code }) => code).join(" ")),
    ).toEqual([
      ...["trainer_no_volunteer", "trainer_overlaps", "trainer_ends_early"],
      ...["trainer_level_unknown trainer_team_unknown", "employee_number_unknown", "trainer_twice", "trainer_twice"],
    ]);
  });
});
