import { findPresence } from "@yigong/application/attendance/find-presence.ts";
import { countsOf, peopleOf } from "@yigong/application/participation/list-people.ts";
import { outcomeOf, STAGES } from "@yigong/core/lifecycle/lifecycle.ts";
import { decimal } from "@yigong/core/points/decimal.ts";
import type { House, Started } from "./house.ts";

const EXECUTION = "arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle";

interface History {
  events: { type: string; stateEnteredEventDetails?: { name: string } }[];
  nextToken?: string;
}

/** What is stored of activities, people by name. */
export function reading({ machine, whoIs }: House) {
  const { useCases } = machine.app;
  const people = { ...useCases, presenceOf: findPresence(useCases) };

  const eventsOf = async (executionArn: string) => {
    const events: History["events"] = [];
    let nextToken: string | undefined;
    do {
      const asked = { executionArn, maxResults: 1000, ...(nextToken === undefined ? {} : { nextToken }) };
      const page = (await machine.engine.call("GetExecutionHistory", asked)) as History;
      events.push(...page.events);
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return events;
  };

  const byWho = <Row extends { memberId: string }, Shown>(rows: readonly Row[], show: (row: Row) => Shown) =>
    Object.fromEntries(rows.map((row) => [whoIs(row.memberId), show(row)]).sort());

  return {
    /** The states that an activity's executions entered, in order, over all generations. */
    async pathOf({ id }: Started): Promise<string[]> {
      const { generation } = await useCases.lifecycles.get(id);
      const names: string[] = [];
      for (let number = 1; number <= generation; number++)
        for (const event of await eventsOf(`${EXECUTION}:${id}-${number}`))
          if (event.stateEnteredEventDetails) names.push(event.stateEnteredEventDetails.name);
      return names;
    },
    /** How the execution of the newest generation stands. */
    async executionOf({ id }: Started): Promise<string> {
      const { generation } = await useCases.lifecycles.get(id);
      const executionArn = `${EXECUTION}:${id}-${generation}`;
      return ((await machine.engine.call("DescribeExecution", { executionArn })) as { status: string }).status;
    },
    async lifecycleOf({ id }: Started) {
      return useCases.lifecycles.get(id);
    },
    /** The status, and how each stage ended. */
    async stagesOf({ id }: Started) {
      const row = await useCases.lifecycles.get(id);
      const ended = STAGES.flatMap((stage) => {
        const outcome = outcomeOf(row, stage);
        return outcome ? [[stage, outcome.kind] as const] : [];
      });
      return { status: row.status, ...Object.fromEntries(ended) };
    },
    async dutyCounts({ id }: Started) {
      return countsOf(await peopleOf(people, await useCases.activities.get(id)));
    },
    /** The state of each place, by name; the number of the session goes before it when there are several. */
    async placesOf({ id }: Started) {
      return byWho(await useCases.participations.of(await useCases.activities.get(id)), ({ state }) => state);
    },
    async participationsOf({ id }: Started) {
      return useCases.participations.of(await useCases.activities.get(id));
    },
    async leavesOf({ id }: Started) {
      return byWho(await useCases.leaves.of(id), (leave) =>
        "decision" in leave ? `${leave.status} by ${whoIs(leave.decision.by)}` : leave.status,
      );
    },
    /** Whose shift, how its cover stands, by whom, and who said no. */
    async coversOf({ id }: Started) {
      const needs = await useCases.covers.of(id);
      return needs
        .map((need) => ({
          for: whoIs(need.participantId),
          status: need.status,
          ...("memberId" in need ? { by: whoIs(need.memberId) } : {}),
          ...("reason" in need ? { reason: need.reason } : {}),
          ...("former" in need && need.former ? { former: whoIs(need.former.memberId) } : {}),
          ...(need.declinedBy.length > 0
            ? { declined: need.declinedBy.map(({ memberId, how }) => `${whoIs(memberId)} ${how}`) }
            : {}),
        }))
        .sort((a, b) => (a.for < b.for ? -1 : 1));
    },
    async attendanceOf({ id }: Started) {
      return byWho(await useCases.attendances.of(id), (row) =>
        row.state === "present" ? "present" : row.excused ? "excused" : "unexcused",
      );
    },
    async archiveOf({ id }: Started) {
      return useCases.archives.get(id);
    },
    async surveyOf({ id }: Started) {
      return useCases.surveys.get(id);
    },
    /** What was posted from the activity: at most 200 entries. */
    async pointsIssued({ id }: Started) {
      return (await useCases.ledger.issuedBy(id, { limit: 200 })).items;
    },
    /** Points posted from the activity, by name, as decimal text; service and covers apart. */
    async pointsOf({ id }: Started) {
      const members = new Map((await useCases.members.all()).map((member) => [member.pseudonym, member.id]));
      const { items } = await useCases.ledger.issuedBy(id, { limit: 200 });
      const shown = items.map((entry) => {
        const who = whoIs(members.get(entry.credit.slice("person:".length)) ?? "");
        return [entry.kind === "cover" ? `${who} cover` : who, decimal(entry.points)] as const;
      });
      return Object.fromEntries(shown.sort());
    },
  };
}
