import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { isOneOf } from "@yigong/core/permission/party.ts";
import { groundsFor } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { nameOf } from "../lib/name-of.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

const IN_FLIGHT = 8;
/** Activities that are looked into one by one. */
const LOOKED_INTO = 10;

/** Sheets on paper that were typed in late and wait for a second person, until points are posted. */
export async function paperSheetTasks(deps: TodoDeps, { actor, begun, at }: Surroundings): Promise<Task[]> {
  const open = begun.flatMap(({ activity, lifecycle }) => {
    const { allowed, grant } = groundsFor(actor, "attendance.lead", activitySubjectBeyondTeam(activity));
    const party = { by: actor.memberId, deputyFor: grant?.deputyFor };
    return allowed && ["executing", "archiving", "surveying"].includes(lifecycle.status) ? [{ activity, party }] : [];
  });
  const found = await mapInParallel(open.slice(0, LOOKED_INTO), IN_FLIGHT, async ({ activity, party }) =>
    (await deps.attendances.sheets(activity.id)).flatMap((sheet) => {
      const parties = [sheet.requestedBy, sheet.requestedFor, ...sheet.lines.map(({ memberId }) => memberId)];
      return sheet.status === "requested" && !isOneOf(party, parties) ? [{ activity, sheet }] : [];
    }),
  );
  const names = await nameOf(
    deps,
    found.flat().map(({ sheet }) => sheet.requestedBy),
  );
  return found.flat().map(({ activity, sheet: { sessionId, requestedBy, lines, reason } }): Task => {
    const session = activity.sessions.find(({ id }) => id === sessionId);
    const sessionPeriod = `${session?.startsAt ?? at}/${session?.endsAt ?? at}`;
    const { title } = activity;
    const about = { title, name: names(requestedBy), people: String(lines.length), reason, sessionPeriod };
    const href = PAGE.approval("paperSheet", activity.id, sessionId);
    return { kind: "paperSheet", key: `${activity.id}:${sessionId}:sheet`, about, href };
  });
}
