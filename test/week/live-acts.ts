import { covererOf } from "@yigong/core/cover/cover.ts";
import { type Alliance, Refused, type Started } from "@yigong/testing/alliance.ts";
import type { chance } from "../../examples/taizhou/chance.ts";
import type { Company } from "./company.ts";

/** A whole week of an alliance, as it came to be. */
export interface Lived {
  house: Alliance;
  company: Company;
  activities: Started[];
  cancelled: Started;
  moved: Started;
  /** What went out by each channel. */
  im: readonly { key: string }[];
  sms: readonly { key: string }[];
  /** What was granted to which activities, in fen. */
  granted: ReadonlyMap<string, number>;
  /** Acts by kind, and refusals by code. */
  acts: Record<string, number>;
  refused: Record<string, number>;
  /** Member ids that the script checked in, by activity. */
  served: Map<string, string[]>;
  /** How often somebody waited for a place that was given up. */
  vacated: number;
  close(): Promise<void>;
}

export type Living = Omit<Lived, "close"> & { draw: ReturnType<typeof chance> };

const count = (counts: Record<string, number>, what: string) => {
  counts[what] = (counts[what] ?? 0) + 1;
};

/** Somebody does something; a refusal is counted by its code. */
export async function act(week: Living, what: string, doing: () => Promise<unknown>): Promise<boolean> {
  try {
    await doing();
    count(week.acts, what);
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || error.status >= 500) throw error;
    count(week.refused, error.code);
    return false;
  }
}

/** Whoever is asked to cover answers, mostly yes, and the alliance confirms. */
export async function answerCovers(week: Living): Promise<void> {
  const { house, company } = week;
  for (const { id } of week.activities)
    for (const need of await house.machine.app.useCases.covers.of(id)) {
      const path = `/activities/${id}/covers/${need.id}`;
      const coverer = covererOf(need);
      if (need.status !== "offered" || coverer === undefined) continue;
      const yes = week.draw.below(5) > 0;
      const answer = yes ? ["accept", {}] : ["decline", { reason: "家中有事" }];
      await act(week, yes ? "accept" : "decline", () =>
        company.as(company.numberOf(coverer)).post(`${path}/${answer[0]}`, answer[1]),
      );
      if (yes) await act(week, "confirm", () => house.as("alliance").post(`${path}/confirm`));
    }
}

/** Who gives a place up, with or without a duty, which somebody may wait for. */
async function leaving(week: Living, activity: Started, duty: boolean) {
  const rows = await week.house.participationsOf(activity);
  if (rows.some(({ state }) => state === "waiting")) week.vacated += 1;
  return rows.find((row) => row.state === "placed" && row.duty === duty);
}

/** Whoever is offered the place takes it. */
async function takeOffers(week: Living, activity: Started): Promise<void> {
  const { house, company } = week;
  for (const { state, memberId, sessionId } of await house.participationsOf(activity))
    if (state === "offered")
      await act(week, "take", () =>
        company.as(company.numberOf(memberId)).post(`/activities/${activity.id}/offers/${sessionId}/accept`),
      );
}

/** Somebody without a duty gives the place back late. */
export async function dropOut(week: Living, activity: Started): Promise<void> {
  const row = await leaving(week, activity, false);
  const { company } = week;
  if (!row) return;
  const path = `/activities/${activity.id}/sign-ups/${row.sessionId}?reason=${encodeURIComponent("临时出差")}`;
  await act(week, "dropOut", () => company.as(company.numberOf(row.memberId)).delete(path));
  await takeOffers(week, activity);
}

/** Somebody with a duty asks late, with evidence. */
export async function lateLeave(week: Living, activity: Started): Promise<void> {
  const row = await leaving(week, activity, true);
  const { company, house } = week;
  if (!row) return;
  const plea = { reason: "illness", note: "发热", evidence: "病假条" };
  const path = `/activities/${activity.id}/leaves`;
  await act(week, "lateLeave", () => company.as(company.numberOf(row.memberId)).post(path, plea));
  await act(week, "approve", () => house.as("alliance").post(`${path}/${row.memberId}/decision`, { approve: true }));
  await takeOffers(week, activity);
}

/** Of granted money two parts of five are spent, then as much again; a third time would be too much. */
async function spend(week: Living, activity: Started): Promise<void> {
  const fen = ((week.granted.get(activity.id) ?? 0) * 2) / 5;
  for (const time of fen === 0 ? [] : ["spend", "spend", "overspend"])
    await act(week, time, () => week.house.spend(activity, { by: "lead", fen }));
}

/** Files the record, which takes that granted money was settled. */
export async function file(week: Living, activity: Started): Promise<void> {
  const { house, granted } = week;
  const by = granted.has(activity.id) ? "lead" : "organizer";
  if (by === "lead") await act(week, "fileUnsettled", () => house.submitArchive(activity, by));
  await house.fileArchive(activity, by);
}

/** All who have a place but one come, are checked in by the code, and go when it is over. */
export async function serve(week: Living, activity: Started): Promise<void> {
  const { house, company } = week;
  const [session] = (await house.machine.app.useCases.activities.get(activity.id)).sessions;
  if (!session) return;
  const path = `/activities/${activity.id}/sessions/${session.id}`;
  const coming = (await house.participationsOf(activity)).filter(({ state }) => state === "placed").slice(1);
  await house.advanceTo(session.startsAt);
  const { code } = await house.as("alliance").get<{ code: string }>(`${path}/code`);
  for (const { memberId } of coming)
    await act(week, "checkIn", () => company.as(company.numberOf(memberId)).post(`${path}/check-in`, { code }));
  await spend(week, activity);
  week.served.set(
    activity.id,
    coming.map(({ memberId }) => memberId),
  );
}

/** A thunderstorm is coming. */
export const callOff = ({ house, cancelled }: Living) =>
  house.as("organizer").post(`/activities/${cancelled.id}/call-off`, { reason: "雷暴预警" });
