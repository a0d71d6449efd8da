import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { type Table, transact } from "@yigong/core/lib/table.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { accountDigest, accountsOf } from "@yigong/core/member/accounts.ts";
import { directory, memberEntities } from "@yigong/core/member/member.row.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import * as Posted from "@yigong/core/points/points.builder.ts";
import type { Info as Shift } from "@yigong/core/shift/shift.ts";
import { headDocuments } from "@yigong/core/staging/head.row.ts";
import type { UseCases } from "@yigong/functions/composition/use-cases.ts";
import { memberOf } from "../sample/members.ts";
import type { Person } from "../sample/person.ts";
import { type Stage, standing } from "../sample/standing.ts";

/** The rows of members, as the roster has them; a row that is there already is replaced. */
async function putMembers(table: Table, all: readonly Member[]): Promise<void> {
  const { members, numbers, holders, accounts } = memberEntities(table);
  const rolesOf = ({ roles }: Member) => [...new Set(roles.map(({ role }) => role))];
  await members.putMany(
    all.map((now) => ({ memberId: now.id, employeeNumber: now.employeeNumber, directory, version: now.version, now })),
  );
  await numbers.putMany(all.map(({ id: memberId, employeeNumber }) => ({ employeeNumber, memberId })));
  const digestsOf = (one: Member) =>
    accountsOf(one.accounts).map(({ office, account }) => accountDigest(office, account));
  await accounts.putMany(all.flatMap((one) => digestsOf(one).map((digest) => ({ digest, memberId: one.id }))));
  await holders.putMany(all.flatMap((one) => rolesOf(one).map((role) => ({ role, memberId: one.id }))));
}

/** Shifts come by imports only, so these are staged and settled as one that left no batch behind. */
async function putShifts({ table, shifts }: UseCases, all: readonly Shift[]): Promise<void> {
  const { ops } = headDocuments(table);
  const writeId = "wrt_given";
  await transact(table, [ops.put({ phase: "staging", epoch: 0, writeId, batchId: "imp_given" })]);
  const steps = all.map((after) => ({ after }));
  await shifts.stage(writeId, steps);
  await shifts.settle(writeId, steps);
  await transact(table, [ops.remove({ scope: "roster" })]);
}

/** What is so when a scenario begins. Nobody is told of it and nothing is recorded. */
export function given(w: UseCases, clock: { at: string }) {
  const begin = async (activity: Activity, lifecycle: Lifecycle): Promise<Activity> => {
    await w.lifecycles.found({ activity, lifecycle, effects: [], audit: [] });
    return activity;
  };
  return {
    /** Somebody on the roster, by name or number. */
    async member(person: Person, over: Partial<Member> = {}): Promise<Member> {
      const member = memberOf(person, over);
      await putMembers(w.table, [member]);
      return member;
    },
    /** Several at once: by name, by number, or as they are. */
    members: (...all: (Person | Member)[]) =>
      putMembers(
        w.table,
        all.map((one) => (typeof one === "object" ? one : memberOf(one))),
      ),
    units: async (units: readonly UnitInfo[]) => void (await Promise.all(units.map((unit) => w.units.add(unit)))),
    /** An activity that has just entered a stage. */
    activity: (over: Partial<Activity> = {}, stage: Stage = "Recruit") => {
      const activity = Sample.activity(over);
      return begin(activity, standing(stage, activity.id));
    },
    /** An activity that stands as a lifecycle says. */
    activityAt: begin,
    /** Puts an activity into a stage, or where a lifecycle says; with an instant it is that time then. */
    async stage({ id }: { id: string }, to: Stage | Lifecycle, at = clock.at) {
      clock.at = at;
      const item = typeof to === "string" ? standing(to, id) : to;
      await w.lifecycles.change(id, at, () => ({ item }));
    },
    shifts: (...all: Shift[]) => putShifts(w, all),
    /** Signs people up for the first position and allocates; all have a place while there are any. */
    async places(activity: Activity, ...numbers: number[]) {
      const [session] = activity.sessions;
      const [position] = session?.positions ?? [];
      if (!session || !position) throw new TypeError("An activity has a session and a position");
      for (const number of numbers)
        await w.participations.signUp(Sample.wish(number, { activityId: activity.id, session, position }));
      const duty = new Set((await w.dutyLists.find(activity.id))?.memberIds);
      await w.participations.allocate({ activity, at: Sample.DEADLINE, duty, attendances: new Map() });
    },
    /** Covers of this year, as the ledger knows them. */
    covers: (person: number, count: number) => w.ledger.post(Posted.cover({ person, activity: 99 }, count)),
    /** Somebody was there in a session, the first unless another is meant. */
    async present({ id: activityId, sessions }: Activity, person: number, session = 0) {
      const sessionId = sessions[session]?.id ?? Sample.sessionId();
      const memberId = Sample.memberId(person);
      const key = { activityId, sessionId, memberId };
      const how = { state: "present", method: "code", checkedInAt: Sample.STARTS, by: memberId, version: 0 } as const;
      await w.attendances.change(key, Sample.STARTS, () => ({ item: { ...key, ...how } }));
    },
  };
}
