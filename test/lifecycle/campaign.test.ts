import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

type Who = Parameters<Alliance["as"]>[0];
interface Campaign {
  id: string;
  name: string;
  from: string;
  to: string;
  summary?: string;
  version: number;
}
interface Parts {
  items: { activityId: string; people: number; minutes: number; isTypical: boolean; isOutside: boolean }[];
  total: number;
  figures: object;
}
const SEPTEMBER = { name: "九月文化下乡", from: "2026-09-01", to: "2026-09-30" };
const begin = (said: object = {}, by: Who = "alliance") =>
  house.as(by).post<Campaign>("/campaigns", { ...SEPTEMBER, ...said });
const partsOf = ({ id }: Campaign) => house.as("freeB1").get<Parts>(`/campaigns/${id}/activities`);
const group = (activity: Started, campaignId: string | null, by: Who = "organizer") =>
  house.as(by).put<{ campaignId?: string; version: number }>(`/activities/${activity.id}/campaign`, { campaignId });
const typical = (activity: Started) =>
  house.as("freeB1").get<{ isTypical: boolean; typical?: object }>(`/activities/${activity.id}/typical-case`);

/** Serves for some of the three hours: the two from the start, one of them leaves after two. */
async function serve(activity: Started) {
  await house.advanceTo(activity.at("09:00"));
  await house.checkIn(activity, "freeA1", "freeA2");
  await house.advanceTo(activity.at("11:00"));
  await house.checkOut(activity, "freeA2");
  await house.advanceTo(activity.at("14:01"));
}

describe("a campaign", () => {
  let campaign: Campaign;
  let first: Started;
  let second: Started;

  it("is begun by the alliance or an organizer, once however often it is sent, and read by everybody", async () => {
    const send = () => house.as("organizer").post<Campaign>("/campaigns", SEPTEMBER, "campaign-september");
    campaign = await send();
    await send();

    await expect(begin({}, "secretaryA")).rejects.toMatchObject({ code: "permission.denied" });
    expect((await house.as("freeB1").get<{ items: Campaign[] }>("/campaigns")).items).toEqual([campaign]);
    expect(campaign).toMatchObject({ ...SEPTEMBER, version: 0 });
  });

  it("is not begun when it ends before it begins", async () => {
    await expect(begin({ to: "2026-08-31" })).rejects.toMatchObject({
      status: 400,
      code: "campaign.ends_before_begin",
    });
  });

  it("takes an activity in as it is started, or later, and counts each once", async () => {
    first = await house.startActivity({ in: 5, campaignId: campaign.id });
    second = await house.startActivity({ in: 10, title: "义写春联" });
    await group(second, campaign.id);

    expect((await partsOf(campaign)).items.map(({ activityId }) => activityId)).toEqual([first.id, second.id]);
    const listed = await house.as("freeB1").get<{ items: { id: string }[] }>(`/activities?campaignId=${campaign.id}`);
    expect(listed.items.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it("takes in nothing outside of its days, neither from the start nor later", async () => {
    const draft = { in: 35, campaignId: campaign.id };
    await expect(house.startActivity(draft)).rejects.toMatchObject({ status: 409, code: "campaign.outside" });
    const late = await house.startActivity({ in: 35 });
    await expect(group(late, campaign.id)).rejects.toMatchObject({ code: "campaign.outside" });
    await expect(group(late, `cam_${"0".repeat(26)}`)).rejects.toMatchObject({ code: "campaign.missing" });
    await house.cancel(late);

    expect((await partsOf(campaign)).total).toBe(2);
  });

  it("tells whoever describes an activity that its days are not the campaign's", async () => {
    const look = async (days: number) => {
      const times = { startsAt: house.day(days, "09:00"), endsAt: house.day(days, "12:00") };
      const [sessions, recruitUntil] = [[{ ...times, positions: [] }], house.day(days - 2, "18:00")];
      const draft = { origin: "alliance", campaignId: campaign.id, sessions, recruitUntil };
      const { problems } = await house
        .as("organizer")
        .post<{ problems: { path: string; blocking: boolean }[] }>("/activities/preview", draft);
      return problems.filter(({ path }) => path === "campaignId").map(({ blocking }) => blocking);
    };

    expect(await look(5)).toEqual([]);
    expect(await look(35)).toEqual([true]);
  });

  it("is filled by who runs the activity, and by the alliance, and refuses an editor who read an older version", async () => {
    await expect(group(second, null, "secretaryB")).rejects.toMatchObject({ code: "permission.denied" });
    const { version } = await group(second, null, "alliance");
    const stale = { campaignId: campaign.id, version: version - 1 };
    await expect(house.as("organizer").put(`/activities/${second.id}/campaign`, stale)).rejects.toMatchObject({
      code: "edit.changed",
    });
    await group(second, campaign.id);

    expect((await partsOf(campaign)).total).toBe(2);
  });

  it("keeps days that hold its activities", async () => {
    const path = `/campaigns/${campaign.id}`;
    await expect(house.as("alliance").patch(path, { to: "2026-09-06" })).rejects.toMatchObject({
      code: "campaign.leaves_out",
      message: expect.stringContaining("义写春联"),
    });
    await expect(house.as("alliance").patch(path, { from: "2026-10-01" })).rejects.toMatchObject({
      code: "campaign.ends_before_begin",
    });
    const said = { name: "文化下乡", summary: "走进两个村", version: 0 };
    await house.as("alliance").patch(path, said);
    await expect(house.as("organizer").patch(path, said)).rejects.toMatchObject({ code: "edit.changed" });
    await house.as("alliance").patch(path, { summary: null });

    const now = await house.as("freeB1").get<Campaign>(path);
    expect(now).toMatchObject({ name: "文化下乡", to: "2026-09-30", version: 2 });
    expect(now.summary).toBeUndefined();
  });

  it("counts who served, how long, and whoever served twice once", async () => {
    for (const activity of [first, second]) {
      await house.signUp(activity, "freeA1", "freeA2");
      await serve(activity);
    }

    expect(await partsOf(campaign)).toMatchObject({
      items: [
        { people: 2, minutes: 300, isOutside: false },
        { people: 2, minutes: 300, isTypical: false },
      ],
      figures: { activities: 2, people: 2, attendances: 4, minutes: 600, clients: 0, typicalCases: 0 },
    });
  });

  it("shows an activity that was moved out of its days, and counts none that was cancelled", async () => {
    const moved = await house.startActivity({ in: 5, campaignId: campaign.id });
    await house.reschedule(moved, { startsAt: moved.at("09:00", 20) });
    const [, , last] = (await partsOf(campaign)).items;
    await house.cancel(moved);

    expect(last).toMatchObject({ activityId: moved.id, isOutside: true });
    expect((await partsOf(campaign)).figures).toMatchObject({ activities: 2, attendances: 4 });
  });

  describe("with a typical case", () => {
    const path = () => `/activities/${first.id}/typical-case`;
    const choose = (by: Who, why = "做法可在其他支部推广") => house.as(by).post(path(), { why });

    it("chooses only an activity whose archive was filed", async () => {
      await expect(choose("alliance")).rejects.toMatchObject({ status: 409, code: "typical.not_filed" });

      expect(await typical(first)).toMatchObject({ isTypical: false });
    });

    it("is chosen by the committee or the alliance, with a reason, without a change of the archive", async () => {
      await house.fileArchive(first);
      const filed = await house.archiveOf(first);
      await expect(choose("organizer")).rejects.toMatchObject({ code: "permission.denied" });
      await expect(choose("alliance", " ")).rejects.toMatchObject({ code: "input.invalid" });
      await choose("alliance");
      await expect(choose("alliance")).rejects.toMatchObject({ code: "typical.chosen" });

      expect(await typical(first)).toMatchObject({
        isTypical: true,
        typical: { chosen: { by: { actorId: house.idOf("alliance") }, why: "做法可在其他支部推广" } },
        people: { [house.idOf("alliance")]: { name: "alliance" } },
      });
      expect(await house.archiveOf(first)).toEqual(filed);
      expect(await partsOf(campaign)).toMatchObject({ figures: { typicalCases: 1 } });
    });

    it("is found in the register by a filter, and marked in each line", async () => {
      const of = async (said: string) => {
        const { items } = await house
          .as("alliance")
          .get<{ items: { activityId: string; isTypical: boolean }[] }>(`/register/archives${said}`);
        return items.map(({ activityId, isTypical }) => [activityId, isTypical]);
      };

      expect(await of("?typical=true")).toEqual([[first.id, true]]);
      expect(await of("?typical=false")).toEqual([[second.id, false]]);
      expect(await of("")).toHaveLength(2);
    });

    it("is taken back with a reason, can be chosen again, and keeps what was said before", async () => {
      const back = () => house.as("alliance").post(`${path()}/take-back`, { reason: "材料需要核实" });
      await back();
      await expect(back()).rejects.toMatchObject({ code: "typical.none" });
      expect(await typical(first)).toMatchObject({ isTypical: false });
      await choose("alliance", "材料已核实");

      expect(await typical(first)).toMatchObject({
        isTypical: true,
        typical: { earlier: [{ takenBack: { reason: "材料需要核实" } }] },
      });
      expect(house.faults).toEqual([]);
    });
  });
});
