import type { Activity } from "../../shared/api/routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { activityPageWords } from "./activity.words.ts";
import { currentStage } from "./current-stage.ts";
import { useLeft } from "./use-left.ts";

type Stage = Activity["stages"][number];

/** The stages in order with their dates; the one at hand is lit. */
export function StageTrack({ activity }: { activity: Activity }) {
  const say = useWords(activityPageWords);
  const current = currentStage(activity);
  return (
    <section aria-label={say("track")}>
      <ol className="track">
        {activity.stages.map((stage) => (
          <Step key={stage.name} stage={stage} isCurrent={stage.name === current} isDone={activity.status === "done"} />
        ))}
      </ol>
      <Next activity={activity} />
    </section>
  );
}

function Step({ stage, isCurrent, isDone }: { stage: Stage; isCurrent: boolean; isDone: boolean }) {
  const say = useWords(activityPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const { name, endedAt, outcome, enteredAt, dueAt } = stage;
  const state = endedAt ? "past" : isCurrent && !isDone ? "now" : "later";
  const told =
    endedAt && outcome
      ? say("track.ended", { outcome: word(`activity.outcome.${outcome}`), when: when.day(endedAt) })
      : dueAt
        ? say("track.due", { when: when.instant(dueAt) })
        : enteredAt
          ? say("track.since", { when: when.day(enteredAt) })
          : "–";
  return (
    <li className={`track-${state}`} {...(state === "now" ? { "aria-current": "step" as const } : {})}>
      <span className="track-name">{word(`activity.stage.${name}`)}</span>
      <span className="track-when">{told}</span>
    </li>
  );
}

/** What happens next, and when, in words. */
function Next({ activity }: { activity: Activity }) {
  const say = useWords(activityPageWords);
  const when = useWhen();
  const left = useLeft();
  const { status, nextDueAt, cancellation, sessions } = activity;
  if (cancellation)
    return (
      <p className="next">
        {say("next.cancelled", { when: when.instant(cancellation.at), reason: cancellation.reason })}
      </p>
    );
  if (status === "done") return <p className="next">{say("next.done")}</p>;
  const stage = currentStage(activity);
  if (activity.stages.find(({ name }) => name === stage)?.endedAt) return <p className="next">{say("next.moving")}</p>;
  const startsAt = sessions.map((session) => session.startsAt).sort()[0] ?? "";
  if (stage === "Execute" && Date.parse(startsAt) > left.now)
    return (
      <p className="next">{say("next.Execute.before", { when: when.instant(startsAt), left: left.say(startsAt) })}</p>
    );
  if (stage === "Propose" || stage === "Award") return <p className="next">{say(`next.${stage}`)}</p>;
  if (!nextDueAt) return <p className="next">{say("next.Survey.waiting")}</p>;
  const isLate = Date.parse(nextDueAt) <= left.now;
  return (
    <p className={`next${isLate ? " late" : ""}`}>
      {say(`next.${stage}`, { when: when.instant(nextDueAt), left: left.say(nextDueAt) })}
    </p>
  );
}
