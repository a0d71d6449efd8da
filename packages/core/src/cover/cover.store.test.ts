import { type Faults, faults } from "@yigong/testing/faults.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dynamoOutbox } from "../outbox/outbox.store.ts";
import { accept, annul, confirm, offer } from "./answer.ts";
import { type Covers, dynamoCovers } from "./cover.store.ts";
import { needIdOf, type Open } from "./cover.ts";
import { openNeed } from "./need.builder.ts";

let store: TestTable;
let covers: Covers;
let fault: Faults;
let count = 0;
let activityId = "";
let coverer = "";

beforeAll(async () => {
  store = await testTable({ random: () => 0, pause: async () => {} });
  fault = faults(store.table.client);
  covers = dynamoCovers(store.table);
});
afterAll(() => store.stop());
beforeEach(() => {
  fault.mend();
  count += 1;
  activityId = `act_${count}`;
  coverer = `mem_c${count}`;
});

const at = "2026-03-06T01:00:00.000Z";
const expiresAt = "2026-03-06T08:00:00.000Z";

/** A stored need that the coverer is asked for. */
async function asked(hour: number, to = hour + 2): Promise<Open> {
  const cause = { activityId, participantId: `mem_${count}_${hour}`, shiftId: `shf_${hour}` };
  const hours = [hour, to].map((one) => `2026-03-07T${String(one).padStart(2, "0")}:00:00.000Z`);
  const need = openNeed(cause.participantId, {
    ...cause,
    id: needIdOf(cause),
    from: hours[0] ?? "",
    to: hours[1] ?? "",
  });
  await covers.add({ ...need, version: 0 }, at);
  await covers.change(keyOf(need), at, (one) => ({ item: offer(one, { memberId: coverer, at, expiresAt }) }));
  return need;
}
const keyOf = ({ id: needId }: Open) => ({ activityId, needId });
const agree = (need: Open) =>
  covers.change(keyOf(need), at, (one) => ({ item: accept(one, { memberId: coverer, at }) }));
const calendar = async () =>
  (await covers.calendars([coverer])).get(coverer)?.entries.map(({ needId }) => needId) ?? [];

describe("needs", () => {
  it("are written once, and found with their activity", async () => {
    const need = await asked(3);

    expect(await covers.add(need, at)).toBe(false);
    expect((await covers.of(activityId)).map(({ id, status }) => [id, status])).toEqual([[need.id, "offered"]]);
    await expect(covers.get(activityId, "need_x")).rejects.toMatchObject({ code: "cover.missing" });
  });

  it("are found by who is asked for or holds them, the latest shift first, and by nobody else", async () => {
    const [early, late] = [await asked(3), await asked(9)];
    await agree(early);
    const { items } = await covers.ofMember(coverer, { limit: 10 });
    await covers.change(keyOf(late), at, (one) => ({ item: annul(one, { reason: "noOverlap", at }) }));
    const after = await covers.ofMember(coverer, { limit: 10 });

    expect(items.map(({ id, status }) => [id, status])).toEqual([
      [late.id, "offered"],
      [early.id, "accepted"],
    ]);
    expect(after.items.map(({ id }) => id)).toEqual([early.id]);
  });
});

describe("the calendar", () => {
  it("holds the hours of who agrees, and gives them back", async () => {
    const need = await asked(3);
    await agree(need);
    const held = await calendar();
    await covers.change(keyOf(need), at, (one) => ({ item: annul(one, { reason: "participantLeft", at }) }));

    expect([held, await calendar()]).toEqual([[need.id], []]);
  });

  it("lets one of ten overlapping covers be agreed to at once", async () => {
    const needs: Open[] = [];
    for (let hour = 0; hour < 10; hour++) needs.push(await asked(hour, 20));
    const answers = await Promise.allSettled(needs.map(agree));
    const codes = answers.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));

    expect(codes).toEqual(Array(9).fill("cover.overlaps"));
    expect(await calendar()).toHaveLength(1);
  });

  it("lets covers be agreed to at once that follow each other", async () => {
    const needs = [await asked(1), await asked(3), await asked(5)];
    await Promise.all(needs.map(agree));

    expect((await calendar()).sort()).toEqual(needs.map(({ id }) => id).sort());
  });

  it("is not written when the head confirms", async () => {
    const need = await asked(3);
    await agree(need);
    const before = store.meter.writeUnits;
    await covers.change(keyOf(need), at, (one) => ({ item: confirm(one, { by: "mem_9", at }) }));

    expect(store.meter.writeUnits - before).toBe(2);
  });

  it("holds nothing of an answer that was lost on the way in, all of one lost on the way back", async () => {
    const need = await asked(3);
    for (const kind of ["crash-before", "crash-after"] as const) {
      fault.mend();
      fault.at(3, kind);
      await expect(agree(need)).rejects.toThrow();
      fault.mend();

      expect(await calendar()).toEqual(kind === "crash-before" ? [] : [need.id]);
      expect((await covers.get(activityId, need.id)).status).toBe(kind === "crash-before" ? "offered" : "accepted");
    }
  });
});

describe("a shift that two activities touch", () => {
  /** The same shift of the same person, needed by each of the activities. */
  const needIn = (activity: string): Open => {
    const cause = { activityId: activity, participantId: `mem_p${count}`, shiftId: "shf_1" };
    const hours = { from: "2026-03-07T01:00:00.000Z", to: "2026-03-07T09:00:00.000Z" };
    return { ...openNeed(cause.participantId, { ...cause, ...hours, id: needIdOf(cause) }), version: 0 };
  };
  const both = () => ["a", "b"].map((one) => needIn(`act_${count}${one}`)) as [Open, Open];
  const statuses = async (needs: readonly Open[]) =>
    Promise.all(needs.map(async (need) => (await covers.get(need.activityId, need.id)).status));
  const end = (need: Open) =>
    covers.change(keyIn(need), at, (one) => ({ item: annul(one, { reason: "participantLeft", at }) }));
  const again = (need: Open) => covers.change(keyIn(need), at, (one) => ({ item: { ...need, version: one.version } }));
  const keyIn = (need: Open) => ({ activityId: need.activityId, needId: need.id });

  it("has one need that stands, also when both are computed at once", async () => {
    const needs = both();
    await Promise.all(needs.map((need) => covers.add(need, at)));

    expect((await statuses(needs)).toSorted()).toEqual(["open", "void"]);
  });

  it("has the other computed again once the first is void, by an effect of the same transaction", async () => {
    const [a, b] = both();
    await covers.add(a, at);
    await covers.add(b, at);
    fault.at(3, "crash-before");
    await expect(end(a)).rejects.toThrow();
    fault.mend();
    await end(a);
    const effects = await dynamoOutbox(store.table).due(at, 500);
    const follows = effects
      .map(({ effect }) => effect)
      .filter(({ id }) => id.startsWith(`cover.freed:${b.activityId}:`));
    await again(b);

    expect(follows).toMatchObject([{ kind: "activity.follow", activityId: b.activityId }]);
    expect(await statuses([a, b])).toEqual(["void", "open"]);
  });

  it("stays with the second when it is needed again by the first", async () => {
    const [a, b] = both();
    await covers.add(a, at);
    await covers.add(b, at);
    await end(a);
    await again(b);
    await again(a);

    expect(await statuses([a, b])).toEqual(["void", "open"]);
    await end(b);
    await again(a);
    expect(await statuses([a, b])).toEqual(["open", "void"]);
  });

  it("is written about no more than once by an activity that leans", async () => {
    const [a, b] = both();
    await covers.add(a, at);
    await covers.add(b, at);
    await again(b);
    const before = store.meter.writeUnits;
    await again(b);

    expect(store.meter.writeUnits).toBe(before);
    expect(await covers.add(b, at)).toBe(false);
  });
});
