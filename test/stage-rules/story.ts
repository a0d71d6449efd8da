import { acceptCover } from "@yigong/application/cover/accept-cover.ts";
import { decideCover } from "@yigong/application/cover/decide-cover.ts";
import { askLeave } from "@yigong/application/leave/ask-leave.ts";
import { outcomeOf, STAGES } from "@yigong/core/lifecycle/lifecycle.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import { type Info as Shift, touches } from "@yigong/core/shift/shift.ts";
import { Contact } from "@yigong/core/survey/served.ts";
import { type Started, startActivity } from "./life.ts";
import { came, pointsOf, signedUp, volunteer } from "./people.ts";
import type { Rig } from "./rig.ts";

const POST = "unit_00000000000000000000000001" as UnitInfo["id"];
const LEADER = "mem_00000000000000000000009000";

const plainly: Act = async (_, work) => void (await work());

/** What somebody does; a test may let it fail half-way and be done again. */
export type Act = (what: string, work: () => Promise<unknown>) => Promise<void>;

/**
 * A small activity's whole life, or the half of it up to a cancellation, in which everything happens once: five are obliged, three want the two places, one asks
 * leave and nobody decides, one does not answer; one who serves is on shift and is covered; a client is asked.
 */
export async function story(rig: Rig, act: Act = plainly, { cancelled = false } = {}) {
  const { useCases } = rig;
  const people = await roster(rig);
  const [one = "", two = "", three = "", asking = "", , coverer = ""] = people;
  const activity = await startActivity(rig, { servedParty: { kind: "definite", description: "小区住户" } });
  const { id: activityId } = activity;
  await useCases.surveys.served.add(activityId, [Contact.parse({ mobile: "13800000000" })], []);
  await rig.advanceTo("2026-09-02T00:00:00.000Z");
  for (const memberId of [one, two, three]) await act("sign up", () => signedUp(rig, activity, memberId));
  const plea = { reason: "illness", note: "感冒" } as const;
  await act("ask leave", () => askLeave(useCases)({ activityId, memberId: asking, at: rig.now() }, plea));
  await rig.advanceTo("2026-09-09T00:00:00.000Z");
  const [need] = await useCases.covers.of(activityId);
  const key = { activityId, needId: need?.id ?? "" };
  await act("accept cover", () => acceptCover(useCases, key, { memberId: coverer, at: rig.now() }));
  if (cancelled) {
    await act("cancel", () => activity.cancel());
    await rig.advanceTo("2026-09-10T00:00:00.000Z");
    return { activity, people };
  }
  const decision = { confirmed: true, by: { actorId: LEADER } } as const;
  await act("confirm cover", () => decideCover(useCases, key, { ...decision, at: rig.now() }));
  await rig.advanceTo("2026-09-12T02:00:00.000Z");
  await act("call the roll", () => came(rig, activity, [one, two]));
  await rig.advanceTo("2026-09-13T00:00:00.000Z");
  await act("file the archive", () => activity.close("Archive"));
  await rig.advanceTo("2026-09-21T00:00:00.000Z");
  return { activity, people };
}

async function roster(rig: Rig): Promise<string[]> {
  const { useCases } = rig;
  await useCases.units.add({ kind: "post", id: POST, name: "营业员", version: 0, coverableBy: [], headId: LEADER });
  const affiliations = [{ from: "2010-01-01", postId: POST }];
  const people: string[] = [];
  people.push(await volunteer(rig, 1, { affiliations }));
  for (const number of [2, 3, 4, 5]) people.push(await volunteer(rig, number));
  people.push(await volunteer(rig, 6, { affiliations, volunteerSince: undefined }));
  const [memberId = ""] = people;
  const id = "shf_00000000000000000000000001" as Shift["id"];
  const hours = { startsAt: "2026-09-12T00:00:00.000Z", endsAt: "2026-09-12T08:00:00.000Z", day: "2026-09-12" };
  const shift: Shift = { id, memberId, postId: POST, coverableBy: [], ...hours };
  const between = async (span: { from: string; to: string }) => [shift].filter((one) => touches(one, span));
  const ofMembers = async (asked: readonly string[], span: { from: string; to: string }) =>
    (await between(span)).filter((one) => asked.includes(one.memberId));
  Object.assign(useCases.shifts, { between, ofMembers });
  return people;
}

/** How the life ended, without what differs between two runs that came to the same: ids and the seconds of a retry. */
export async function endOf(rig: Rig, { activity, people }: { activity: Pick<Started, "id">; people: string[] }) {
  const { useCases } = rig;
  const { id } = activity;
  const row = await useCases.lifecycles.get(id);
  const detail = await useCases.activities.get(id);
  const outcomes = STAGES.flatMap((stage) => {
    const outcome = outcomeOf(row, stage);
    const at = outcome?.kind === "deadline" ? outcome.at : "";
    return outcome ? [`${stage} ${outcome.kind} ${at} ${outcome.by}`] : [];
  });
  const messages = await Promise.all(
    people.map(async (memberId) => {
      const { items } = await useCases.messages.list(memberId, { limit: 100 });
      return `${memberId.slice(-1)}: ${items.map(({ template }) => template).sort()}`;
    }),
  );
  const survey = await useCases.surveys.get(id);
  return {
    status: row.status,
    outcomes,
    prepared: row.prepared,
    places: (await useCases.participations.of(detail))
      .map((place) => `${place.memberId.slice(-1)} ${place.state}`)
      .sort(),
    duty: (await useCases.dutyLists.find(id))?.memberIds.map((memberId) => memberId.slice(-1)),
    leaves: (await useCases.leaves.of(id)).map((leave) => `${leave.memberId.slice(-1)} ${leave.status}`),
    covers: (await useCases.covers.of(id)).map((need) => `${need.participantId.slice(-1)} ${need.status}`),
    attendances: (await useCases.attendances.of(id)).map((one) => `${one.memberId.slice(-1)} ${one.state}`).sort(),
    survey: survey?.status,
    points: await pointsOf(rig, activity),
    messages,
  };
}
