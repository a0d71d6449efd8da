import type { Who } from "../sample/people.ts";
import type { House, Started } from "./house.ts";

interface Plea {
  reason?: string;
  note?: string;
  evidence?: string;
}
interface Offer {
  id: string;
  activityId: string;
  status: string;
}

/** What members do: sign up, ask for leave, cover, check in. */
export function serving({ as, idOf, machine }: House) {
  const path = ({ id }: Started) => `/activities/${id}`;
  const session = ({ sessions }: Started, index = 0) => sessions[index]?.id ?? "";
  const code = async (activity: Started, index?: number) =>
    as("alliance").get<{ code: string }>(`${path(activity)}/sessions/${session(activity, index)}/code`);

  /** The need of an activity that somebody is asked for or has agreed to. */
  const offerTo = async (activity: Started, who: Who, status: string): Promise<string> => {
    const { items } = await as(who).get<{ items: Offer[] }>("/me/covers");
    const offer = items.find((one) => one.activityId === activity.id && one.status === status);
    if (!offer) throw new Error(`${who} has no cover that is ${status} in ${activity.id}`);
    return `${path(activity)}/covers/${offer.id}`;
  };

  return {
    signUp: async (activity: Started, ...people: Who[]) => {
      const [positionId] = activity.sessions[0]?.positionIds ?? [];
      for (const who of people)
        await as(who).post(`${path(activity)}/sign-ups`, { positionId, consent: true, acceptsRisks: true });
    },
    withdraw: (activity: Started, who: Who, reason?: string) =>
      as(who).delete(
        `${path(activity)}/sign-ups/${session(activity)}${reason ? `?reason=${encodeURIComponent(reason)}` : ""}`,
      ),
    askLeave: (activity: Started, who: Who, plea: Plea = {}) =>
      as(who).post(`${path(activity)}/leaves`, { reason: "workConflict", note: "当天值班", ...plea }),
    decideLeave: (activity: Started, who: Who, decision: { by: Who; approve: boolean }) =>
      as(decision.by).post(`${path(activity)}/leaves/${idOf(who)}/decision`, {
        approve: decision.approve,
        ...(decision.approve ? {} : { reason: "当天没有排班" }),
      }),
    acceptCover: async (activity: Started, who: Who) =>
      as(who).post(`${await offerTo(activity, who, "offered")}/accept`),
    declineCover: async (activity: Started, who: Who) =>
      as(who).post(`${await offerTo(activity, who, "offered")}/decline`, { reason: "家中有事" }),
    confirmCover: async (activity: Started, who: Who, by: Who = "counterHead") =>
      as(by).post(`${await offerTo(activity, who, "accepted")}/confirm`),
    /** By the code that the session's screen shows now. */
    checkIn: async (activity: Started, ...people: Who[]) => {
      const shown = await code(activity);
      for (const who of people)
        await as(who).post(`${path(activity)}/sessions/${session(activity)}/check-in`, { code: shown.code });
    },
    checkOut: async (activity: Started, ...people: Who[]) => {
      for (const who of people) await as(who).post(`${path(activity)}/sessions/${session(activity)}/check-out`, {});
    },
    appeal: (activity: Started, who: Who) =>
      as(who).post(`${path(activity)}/absences/${session(activity)}/appeal`, { text: "当天在现场，未能签到" }),
    decideAppeal: (activity: Started, who: Who, { by, upheld }: { by: Who; upheld: boolean }) =>
      as(by).post(`${path(activity)}/absences/${session(activity)}/${idOf(who)}/decision`, {
        upheld,
        reason: "经核实",
      }),
    /** The templates of what somebody was told about an activity, the first one first; those of one instant by name. */
    told: async (activity: Started, who: Who): Promise<string[]> => {
      const { messages } = machine.app.useCases;
      const { items } = await messages.list(idOf(who), { limit: 100 });
      return items
        .filter((message) => message.activityId === activity.id)
        .map(({ at, template }) => ({ at, template }))
        .sort((a, b) => (`${a.at} ${a.template}` < `${b.at} ${b.template}` ? -1 : 1))
        .map(({ template }) => template);
    },
  };
}
