import { type Entry, entryOf } from "@yigong/core/audit/audit.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { dayOf, instantOf, plusDays } from "@yigong/core/lib/time.ts";
import { affiliationOn, isPartyVolunteerOn, isVolunteerOn, politicalStatusOn } from "@yigong/core/member/member.ts";
import { Mentoring, Rank } from "@yigong/core/mentoring/index.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { nameOf } from "../lib/name-of.ts";
import { requireArranger, sightOf } from "./may-see.ts";
import type { MentoringDeps } from "./mentoring-stores.ts";

type Info = Mentoring.Info;

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

const MORNING = "09:00";

const entry = (deps: Pick<MentoringDeps, "newId">, verb: string, subjectId: string, act: Acting): Entry =>
  entryOf(deps.newId, { ...act, subjectId, action: `mentoring.${verb}` });

/** What somebody is told about a pair; its page is where it leads. */
export const tellOf = <T extends Message.Template>(
  one: Pick<Info, "id">,
  said: { template: T; params: Message.Params<T>; to: string; cause: string; at: string },
): Effect =>
  Message.tell({
    ...{ template: said.template, params: said.params, dueAt: said.at, cause: `${one.id}.${said.cause}` },
    ...{ to: { kind: "members", memberIds: [said.to] }, page: PAGE.mentoring },
  } as never) as Effect;

/** When a pair is to meet by, and when its term is over. */
export function timersOf(one: Info, zone: string): Effect[] {
  const due = Mentoring.dueOn(one, zone);
  const reminder: Effect[] =
    due === undefined
      ? []
      : [
          {
            kind: "mentoring.remind",
            id: `mentoring.remind:${one.id}:${due}:0`,
            dueAt: instantOf(due, MORNING, zone),
            mentoringId: one.id,
            dueOn: due,
            round: 0,
          },
        ];
  if (one.state !== "going" || one.until === undefined) return reminder;
  const ends = plusDays(instantOf(one.until, MORNING, zone), 1, zone);
  return [
    ...reminder,
    {
      kind: "mentoring.end",
      id: `mentoring.end:${one.id}:${one.until}`,
      dueAt: ends,
      mentoringId: one.id,
      until: one.until,
    },
  ];
}

/**
 * Proposes a pair; both are asked.
 *
 * @throws `mentoring.missing` for who does not arrange in the mentee's department, those of `Mentoring.propose`,
 * `mentoring.mentor_full`, `mentoring.mentee_has`, `member.missing`
 */
export const proposeMentoring =
  (deps: MentoringDeps) =>
  async (
    said: Pick<Info, "kind" | "mentorId" | "menteeId"> & { rankingId?: string | undefined },
    { id, by, at, arranges }: Acting & { id: Mentoring.Id; arranges?: boolean },
  ): Promise<Info> => {
    const day = dayOf(at, deps.zone);
    const [mentor, mentee] = await Promise.all([deps.members.get(said.mentorId), deps.members.get(said.menteeId)]);
    const ranking = said.rankingId === undefined ? undefined : await deps.mentorings.ranking(said.rankingId);
    const departments = [mentor, mentee].map((member) => affiliationOn(member, day).departmentId);
    if (!(arranges && said.kind === "partyToMasses"))
      await requireArranger(deps, by.actorId, ranking?.departmentId ?? departments[1]);
    const facts: Mentoring.Facts = {
      ranking: ranking && {
        ...{
          id: ranking.id,
          departmentId: ranking.departmentId,
          first: Rank.firstOf(ranking),
          last: Rank.lastOf(ranking),
        },
        all: ranking.rows.map(({ memberId }) => memberId),
      },
      mentor: {
        isPartyVolunteer: isPartyVolunteerOn(mentor, day),
        isVolunteer: isVolunteerOn(mentor, day),
        departmentId: departments[0],
      },
      mentee: { isParty: politicalStatusOn(mentee, day) === "partyMember", departmentId: departments[1] },
    };
    const one = Mentoring.propose(said, facts, { id, by: by.actorId, at });
    const asked = [one.mentorId, one.menteeId].map((to) =>
      tellOf(one, { template: "mentoring.asked", params: {}, to, cause: `asked.${to}`, at }),
    );
    const proposed = await deps.mentorings.propose(one, {
      audit: [entry(deps, "propose", id, { by, at })],
      effects: asked,
    });
    deps.wake();
    return proposed;
  };

/** Tells both the same, each with the other's name. */
async function toldBoth<T extends "mentoring.began" | "mentoring.ended" | "mentoring.notAgreed">(
  deps: MentoringDeps,
  one: Info,
  { template, at, day = "" }: { template: T; at: string; day?: string | undefined },
): Promise<Effect[]> {
  const name = await nameOf(deps, [one.mentorId, one.menteeId]);
  return [
    [one.mentorId, one.menteeId],
    [one.menteeId, one.mentorId],
  ].map(([to = "", other = ""]) =>
    tellOf(one, {
      template,
      params: { name: name(other), ...(day ? { day } : {}) } as never,
      to,
      cause: `${template}.${to}`,
      at,
    }),
  );
}

/** Says yes; once both have, it begins. @throws those of `Mentoring.consent` */
export const consentToMentoring =
  (deps: MentoringDeps) =>
  async (id: string, { by, at }: Acting): Promise<Info> => {
    const day = dayOf(at, deps.zone);
    const act = { by: by.actorId, at, day };
    const draft = Mentoring.consent(await deps.mentorings.get(id), act);
    const told =
      draft.state === "going" ? await toldBoth(deps, draft, { template: "mentoring.began", at, day: draft.until }) : [];
    const changed = await deps.mentorings.change(id, at, (one) => {
      const item = Mentoring.consent(one, act);
      const begins = item.state === "going" && one.state !== "going";
      return {
        item,
        audit: [entry(deps, "consent", id, { by, at })],
        effects: begins ? [...told, ...timersOf(item, deps.zone)] : [],
      };
    });
    deps.wake();
    return changed;
  };

/** Says no. @throws those of `Mentoring.decline` */
export const declineMentoring =
  (deps: MentoringDeps) =>
  async (id: string, { by, at }: Acting): Promise<Info> => {
    const told = await toldBoth(deps, await deps.mentorings.get(id), { template: "mentoring.notAgreed", at });
    const changed = await deps.mentorings.change(id, at, (one) => ({
      item: Mentoring.decline(one, { by: by.actorId }),
      audit: [entry(deps, "decline", id, { by, at })],
      effects: told,
    }));
    deps.wake();
    return changed;
  };

/** Ends it: the mentee without a reason, the mentor or who arranges with one. @throws `mentoring.missing`, those of `Mentoring.end` */
export const endMentoring =
  (deps: MentoringDeps) =>
  async (id: string, { by, at, reason }: Acting & { reason?: string | undefined }): Promise<Info> => {
    const seen = await deps.mentorings.get(id);
    const sight = await sightOf(deps, seen, by.actorId);
    const why = sight === "head" || sight === "officer" ? "arranger" : sight;
    const told = await toldBoth(deps, seen, { template: "mentoring.ended", at });
    const changed = await deps.mentorings.change(id, at, (one) => {
      const item = Mentoring.end(one, { by: by.actorId, at, why, reason });
      return { item, audit: [entry(deps, "end", id, { by, at })], effects: told };
    });
    deps.wake();
    return changed;
  };

/** Writes down that they met; the next is due a month later. @throws those of `Mentoring.meet` */
export const meetMentee =
  (deps: MentoringDeps) =>
  async (id: string, contact: Mentoring.Contact, { by, at }: Acting): Promise<Info> => {
    const changed = await deps.mentorings.change(id, at, (one) => {
      const item = Mentoring.meet(one, contact, { by: by.actorId, at, day: dayOf(at, deps.zone) });
      return { item, effects: timersOf(item, deps.zone) };
    });
    deps.wake();
    return changed;
  };

/** Writes down help in hardship. @throws `mentoring.missing`, those of `Mentoring.helpWith` */
export const helpInHardship =
  (deps: MentoringDeps) =>
  async (id: string, help: Mentoring.Help, { by, at }: Acting): Promise<Info> => {
    const sight = await sightOf(deps, await deps.mentorings.get(id), by.actorId);
    if (sight === "mentee") await requireArranger(deps, by.actorId, undefined);
    return deps.mentorings.change(id, at, (one) => ({
      item: Mentoring.helpWith(one, help, { by: by.actorId, at, day: dayOf(at, deps.zone) }),
      audit: [entry(deps, "help", id, { by, at })],
    }));
  };

/** Makes the term longer. @throws `mentoring.missing` for who does not arrange, those of `Mentoring.extend` */
export const extendMentoring =
  (deps: MentoringDeps) =>
  async (id: string, { until, version }: { until: string; version: number }, { by, at }: Acting): Promise<Info> => {
    await requireArranger(deps, by.actorId, (await deps.mentorings.get(id)).departmentId);
    const changed = await deps.mentorings.change(id, at, (one) => {
      const item = Mentoring.extend(one, { until, version, day: dayOf(at, deps.zone) });
      return { item, audit: [entry(deps, "extend", id, { by, at })], effects: timersOf(item, deps.zone) };
    });
    deps.wake();
    return changed;
  };
