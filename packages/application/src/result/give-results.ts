import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { tell } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { Result } from "@yigong/core/result/index.ts";
import { resultRefusal } from "@yigong/core/result/result.refusals.ts";
import type { Results } from "@yigong/core/result/result.store.ts";
import { NEVER } from "@yigong/core/result/skill.ts";
import type { Wake } from "../ports/wake.ts";

export interface ResultDeps {
  results: Results;
  /** @throws `class.missing` */
  taughtClass: (classId: string) => Promise<Result.TaughtClass>;
  newId: NewId;
  wake: Wake;
}

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

const partyOf = ({ actorId, deputyFor }: By) => ({ by: actorId, ...(deputyFor === undefined ? {} : { deputyFor }) });

/**
 * Gives results to people who attended a class, one after the other; those who have the same already keep it.
 *
 * @throws `class.missing`, `result.too_early`, those of `Result.give`
 */
export const giveResults =
  (deps: ResultDeps) =>
  async (classId: string, entries: readonly (Result.Writing & { memberId: string })[], act: Acting): Promise<void> => {
    const found = await deps.taughtClass(classId);
    if (act.at < found.endsAt) throw resultRefusal("result.too_early");
    const held = new Map((await deps.results.of(classId)).map((one) => [one.memberId, one]));
    const decide = ({ memberId, ...writing }: (typeof entries)[number], one: Result.Info | undefined) =>
      Result.give(one, writing, {
        ...{ taught: found.taught, memberId, minutes: found.minutes.get(memberId) ?? 0 },
        ...{ ...partyOf(act.by), at: act.at },
      });
    // All are looked at first: a list with one wrong entry writes none of them.
    for (const entry of entries) decide(entry, held.get(entry.memberId));
    for (const entry of entries)
      await deps.results.give({ classId, memberId: entry.memberId }, act.at, (one) => {
        const item = decide(entry, one);
        const effects = [...certifyEffects(undefined, item, act.at), told(item, act.at)].filter(
          (effect) => effect !== undefined,
        );
        return { item, effects, audit: [entryOf(deps.newId, { ...act, subjectId: classId, action: "result.give" })] };
      });
    deps.wake();
  };

/** Puts a result right. @throws `class.missing`, `result.missing`, those of `Result.correct` */
export const correctResult =
  (deps: ResultDeps) =>
  async (
    { classId, memberId }: { classId: string; memberId: string },
    { reason, ...writing }: Result.Writing & { reason: string },
    act: Acting,
  ): Promise<Result.Info> => {
    const { taught } = await deps.taughtClass(classId);
    const corrected = await deps.results.correct({ classId, memberId }, act.at, (held) => {
      const item = Result.correct(held, writing, { taught, reason, ...partyOf(act.by), at: act.at });
      const audit = [entryOf(deps.newId, { ...act, subjectId: classId, action: "result.correct", reason })];
      return { item, effects: [...certifyEffects(held, item, act.at), toldCorrected(item, reason)], audit };
    });
    deps.wake();
    return corrected;
  };

/** Brings a member's skills in line with their certificates, after each change of one. */
function certifyEffects(before: Result.Info | undefined, after: Result.Info, at: string): Effect[] {
  const skills = new Set([before?.certificate?.skill, after.certificate?.skill].filter((skill) => skill !== undefined));
  const was = before?.certificate;
  return [...skills].map((skill) => ({
    kind: "result.certify",
    id: `result.certify:${after.classId}:${after.memberId}:${after.before.length}:${skill}`,
    dueAt: at,
    classId: after.classId,
    memberId: after.memberId,
    skill,
    instead: was?.skill === skill ? (was.until ?? NEVER) : "",
  }));
}

const about = ({ classId, memberId, before, at }: Result.Info) => ({
  to: { kind: "members" as const, memberIds: [memberId] },
  cause: `${classId}.${memberId}.${before.length}`,
  dueAt: at,
});

function told(item: Result.Info, at: string): Effect | undefined {
  const { title, outcome, certificate } = item;
  const on = { ...about(item), dueAt: at };
  if (outcome === "open") return undefined;
  if (outcome === "failed") return tell({ ...on, template: "result.failed", params: { title } });
  if (!certificate) return tell({ ...on, template: "result.passed", params: { title } });
  const { skill, until } = certificate;
  if (until === undefined) return tell({ ...on, template: "result.certifiedForGood", params: { title, skill } });
  return tell({ ...on, template: "result.certified", params: { title, skill, day: until } });
}

const toldCorrected = (item: Result.Info, reason: string): Effect =>
  tell({ ...about(item), template: "result.corrected", params: { title: item.title, reason } });
