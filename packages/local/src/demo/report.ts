import { CAST } from "./cast.ts";
import { listOf } from "./people.ts";
import type { Ground, Scene } from "./scene.ts";

interface View {
  stages: { name: string; enteredAt?: string; endedAt?: string }[];
}
interface Survey {
  status: string;
  counts?: { issued: number; answered: number };
  results?: { csat?: { n: number; of: number; percent: string } };
  skipped?: { reason: string };
}

/** What became of an activity, as `npm run demo -- --json` prints it. */
export async function activityReport(scene: Scene, activityId: string) {
  const alliance = scene.as(CAST.alliance);
  const path = `/activities/${activityId}`;
  const { stages } = await alliance.get<View>(path);
  const { counts: duty } = await alliance.get<{ counts: Record<string, number> }>(`${path}/duty-list`);
  const { counts: covers } = await alliance.get<{ counts: Record<string, number> }>(`${path}/covers`);
  const entries = await listOf<{ memberId: string; points: string }>(scene, CAST.alliance, `${path}/points`);
  return {
    activityId,
    stages: stages.map(({ name, enteredAt, endedAt }) => ({ name: name.toLowerCase(), enteredAt, endedAt })),
    ...(await historyOf(scene.machine, activityId)),
    duty,
    covers,
    survey: surveyReport(await alliance.get<Survey>(`${path}/survey`)),
    points: entries.map(({ memberId, points }) => ({ memberId, points })),
  };
}

const surveyReport = ({ status, counts, results, skipped }: Survey) =>
  status === "skipped"
    ? { skipped: skipped?.reason ?? "" }
    : { issued: counts?.issued ?? 0, answered: counts?.answered ?? 0, csat: results?.csat?.percent ?? null };

interface Listed {
  executions: { name: string; executionArn: string }[];
}
interface History {
  events: { type: string }[];
}

/** Counts what AWS would bill: state transitions of all executions of an activity, and their history events. */
async function historyOf({ engine, stateMachineArn }: Ground, activityId: string) {
  const { executions } = (await engine.call("ListExecutions", { stateMachineArn, maxResults: 1000 })) as Listed;
  const own = executions.filter(({ name }) => name.startsWith(activityId));
  const histories = await Promise.all(
    own.map(
      ({ executionArn }) => engine.call("GetExecutionHistory", { executionArn, maxResults: 1000 }) as Promise<History>,
    ),
  );
  const events = histories.flatMap((history) => history.events);
  return {
    transitions: events.filter(({ type }) => type.endsWith("StateEntered")).length,
    historyEvents: events.length,
  };
}
