import { callRoll } from "@yigong/application/attendance/call-roll.ts";
import { signUp } from "@yigong/application/participation/sign-up.ts";
import { Info as Member } from "@yigong/core/member/member.ts";
import type { Started } from "./life.ts";
import type { Rig } from "./rig.ts";

const LEADER = "mem_00000000000000000000009000";

const numbered = (prefix: string, number: number) => `${prefix}_${String(number).padStart(26, "0")}`;

/** Puts a party volunteer on the roster, whom alliance activities oblige. @returns the member's id */
export async function volunteer(rig: Rig, number: number, change: Partial<Member> = {}): Promise<string> {
  const member = Member.parse({
    id: numbered("mem", number),
    employeeNumber: String(number).padStart(4, "0"),
    name: `成员${number}`,
    pseudonym: String(number).padStart(26, "0"),
    politicalStatuses: [{ from: "2010-01-01", status: "partyMember" }],
    affiliations: [{ from: "2010-01-01" }],
    volunteerSince: "2010-01-01",
    trainer: false,
    teamIds: [],
    skills: [],
    roles: [],
    version: 0,
    ...change,
  });
  const { id } = await rig.useCases.members.add({ to: member, at: rig.now() });
  return id;
}

/** Signs somebody up for the activity's first position by the clock of the moment. */
export async function signedUp(rig: Rig, activity: Started, memberId: string) {
  const { sessions } = await activity.detail();
  const positionId = sessions[0]?.positions[0]?.id;
  const { place } = await signUp(rig.useCases)({ activityId: activity.id, memberId, positionId, at: rig.now() });
  await rig.settle();
  return place;
}

/** The leader's roll-call in the only session, once it has begun: these came and served half a day. */
export async function came(rig: Rig, activity: Started, memberIds: readonly string[]): Promise<void> {
  const { sessions } = await activity.detail();
  const scope = { activityId: activity.id, sessionId: sessions[0]?.id ?? "" };
  const lines = memberIds.map((memberId) => ({ memberId, state: "present" as const, halfDays: 1 }));
  await callRoll(rig.useCases, scope, { lines, by: { actorId: LEADER }, at: rig.now() });
  await rig.settle();
}

/** Points that an activity issued, by person: what stands in the ledger and what the balances say. */
export async function pointsOf(rig: Rig, activity: Pick<Started, "id">) {
  const { items } = await rig.useCases.ledger.issuedBy(activity.id, { limit: 100 });
  const people = items.map((entry) => entry.credit.replace("person:", ""));
  const balances = await rig.useCases.ledger.balances([...new Set(people)], 2026);
  return {
    entries: items.map(({ id, credit, points }) => `${id} ${credit} ${points}`).sort(),
    balances: [...balances]
      .map(([pseudonym, balance]) => `${pseudonym} ${balance.points} ${balance.attendances}`)
      .sort(),
  };
}
