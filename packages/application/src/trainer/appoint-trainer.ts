import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { tell } from "@yigong/core/message/message.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { Trainer } from "@yigong/core/trainer/index.ts";
import { requireUnits } from "../organization/require-units.ts";
import type { Wake } from "../ports/wake.ts";

export interface TrainerDeps {
  members: Pick<Members, "change" | "all" | "get">;
  units: Pick<Units, "getMany">;
  newId: NewId;
  zone: string;
  wake: Wake;
}

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

const partyOf = ({ actorId, deputyFor }: By) => ({ by: actorId, ...(deputyFor === undefined ? {} : { deputyFor }) });

/** Appoints somebody as a trainer and tells them. @throws `member.missing`, those of `requireUnits` and `Trainer.appoint` */
export const appointTrainer =
  ({ members, units, newId, zone, wake }: TrainerDeps) =>
  async (memberId: string, writing: Trainer.Writing, { by, at }: Acting): Promise<void> => {
    await requireUnits(units, { teamIds: writing.teamIds });
    await members.change(memberId, (member) => {
      const to = Trainer.appoint(member, writing, { ...partyOf(by), at, day: dayOf(at, zone) });
      if (to === member) return { to, at };
      const { from } = writing;
      const audit = [entryOf(newId, { subjectId: memberId, at, action: "trainer.appoint", by, detail: { from } })];
      const told = tell({
        template: "trainer.appointed",
        params: { day: from },
        to: { kind: "members", memberIds: [memberId] },
        cause: `${memberId}.${from}.${at}`,
        dueAt: at,
      });
      return { to, at, audit, effects: [told] };
    });
    wake();
  };

/** Ends an appointment and tells whose it was. @throws `member.missing`, those of `Trainer.end` */
export const endAppointment =
  ({ members, newId, zone, wake }: Pick<TrainerDeps, "members" | "newId" | "zone" | "wake">) =>
  async (memberId: string, from: string, { by, at, until, reason }: Acting & Trainer.Ending): Promise<void> => {
    await members.change(memberId, (member) => {
      const to = Trainer.end(member, from, { until, reason, ...partyOf(by), at, day: dayOf(at, zone) });
      const detail = { from, until };
      const audit = [entryOf(newId, { subjectId: memberId, at, action: "trainer.end", by, reason, detail })];
      const told = tell({
        template: "trainer.ended",
        params: { day: until, reason },
        to: { kind: "members", memberIds: [memberId] },
        cause: `${memberId}.${from}.${at}`,
        dueAt: at,
      });
      return { to, at, audit, effects: [told] };
    });
    wake();
  };
