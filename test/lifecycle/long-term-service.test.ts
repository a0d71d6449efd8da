import { type Alliance, openAlliance } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

interface Service {
  id: string;
  version: number;
  dueOn?: string;
  solved: { state: string };
  owner?: { name: string };
}
interface Messages {
  items: { template: string; page?: string }[];
}
const kinds = async (who: "organizer" | "alliance") =>
  (await house.as(who).get<Messages>("/messages")).items
    .map(({ template }) => template)
    .filter((template) => template.startsWith("service."));
/** The visits that are in the owner's to-do list, by their pages. */
const asked = async () =>
  (await house.as("organizer").get<{ items: { kind: string; href: string }[] }>("/me/todo")).items
    .filter(({ kind }) => kind === "serviceVisit")
    .map(({ href }) => href);
const SAID = { title: "陪伴李家", forWhom: "一对独居老人", cadenceDays: 14, programme: "敬老" };
const read = (id: string) => house.as("freeA1").get<Service>(`/services/${id}`);

describe("a long-term service", () => {
  let id: string;

  it("is open, and due a cadence after it began", async () => {
    const service = await house.as("organizer").post<Service>("/services", SAID);
    id = service.id;

    expect(service).toMatchObject({ dueOn: "2026-09-15", solved: { state: "open" }, version: 0 });
    expect(await kinds("organizer")).toEqual([]);
  });

  it("reminds its owner when a visit is due, then weekly, and after two reminders the alliance too", async () => {
    await house.advanceTo("2026-09-15T02:00:00.000Z");
    const first = await kinds("organizer");
    await house.advanceTo("2026-09-22T02:00:00.000Z");
    const beforeAlliance = await kinds("alliance");
    await house.advanceTo("2026-09-29T02:00:00.000Z");

    expect(first).toEqual(["service.due"]);
    expect(await asked()).toEqual([`/m/services/${id}`]);
    expect(beforeAlliance).toEqual([]);
    expect(await kinds("organizer")).toEqual(["service.due", "service.due", "service.due"]);
    expect(await kinds("alliance")).toEqual(["service.overdue"]);
  });

  it("is due a cadence after the visit that is recorded, and reminds of that one only", async () => {
    const activity = await house.startActivity({ in: 10 });
    await house.as("organizer").post(`/services/${id}/visits`, { day: "2026-09-28", activityId: activity.id });
    await house.advanceTo("2026-10-11T02:00:00.000Z");

    expect((await read(id)).dueOn).toBe("2026-10-12");
    expect(await asked()).toEqual([]);
    expect(await kinds("organizer")).toHaveLength(3);
    await expect(
      house.as("organizer").post(`/services/${id}/visits`, { day: "2026-09-28", activityId: activity.id }),
    ).rejects.toMatchObject({ code: "service.visited" });
  });

  it("asks no more once somebody says how the real difficulty was solved", async () => {
    const { version } = await read(id);
    const solved = { state: "yes", how: "老人住进福利院，由院方照料", since: "2026-10-10" };
    await house.as("organizer").put(`/services/${id}/solved`, { version, solved });
    await house.advanceTo("2026-10-30T02:00:00.000Z");

    expect(await read(id)).toMatchObject({ solved });
    expect(await kinds("organizer")).toHaveLength(3);
  });

  it("is handed over by its owner or the alliance to somebody who is there, and by nobody else", async () => {
    const { version } = await read(id);
    const path = `/services/${id}`;

    await expect(house.as("freeA1").patch(path, { ownerId: house.idOf("freeA1"), version })).rejects.toMatchObject({
      code: "permission.denied",
    });
    await expect(house.as("alliance").patch(path, { ownerId: `mem_${"0".repeat(26)}`, version })).rejects.toMatchObject(
      { code: "service.owner_missing" },
    );

    await house.as("alliance").patch(path, { ownerId: house.idOf("freeA1"), version });

    await expect(house.as("organizer").patch(path, { title: "另起名字", version })).rejects.toMatchObject({
      code: "permission.denied",
    });
    await expect(house.as("freeA1").patch(path, { title: "另起名字", version })).rejects.toMatchObject({
      code: "edit.changed",
    });
  });
});

it("refuses a visit to come", async () => {
  const { id } = await house.as("alliance").post<Service>("/services", SAID);

  await expect(house.as("alliance").post(`/services/${id}/visits`, { day: "2027-01-01" })).rejects.toMatchObject({
    status: 400,
    code: "service.in_future",
  });
});
