import { call } from "../../shared/api/call.ts";
import type { Activity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { ButtonLink } from "../ui/link.tsx";
import { useNow } from "../ui/use-now.ts";
import { activityPageWords } from "./activity.words.ts";
import { currentStage, type Tab } from "./current-stage.ts";
import { mayDo } from "./rights.ts";

interface Props {
  activity: Activity;
  tab: Tab;
}

/** The one thing that the stage at hand asks of whoever reads; a tab that has it itself shows it there. */
export function PrimaryAct({ activity, tab }: Props) {
  const say = useWords(activityPageWords);
  const me = useMe();
  const stage = currentStage(activity);
  const page = `/activities/${activity.id}`;
  if (activity.status === "cancelled") return null;
  if (activity.status === "done")
    return tab !== "points" && mayDo(me, "points.read", activity) ? (
      <ButtonLink to={`${page}/points`}>{say("act.points")}</ButtonLink>
    ) : null;
  if (stage === "Propose") return <Proposing activity={activity} />;
  if (stage === "Recruit" || stage === "Cover" || stage === "Execute") return <Closing activity={activity} />;
  if (stage === "Archive")
    return tab !== "archive" && mayDo(me, "archive.write", activity) ? (
      <ButtonLink primary to={`${page}/archive`}>
        {say("act.archive")}
      </ButtonLink>
    ) : null;
  return stage === "Survey" ? <CloseSurvey activity={activity} /> : null;
}

function Proposing({ activity }: { activity: Activity }) {
  const say = useWords(activityPageWords);
  const me = useMe();
  const proposal = useReading("GET /activities/{id}/proposal", { path: { id: activity.id } });
  const isReturned = proposal.data?.state === "returned";
  const mine = activity.organizerId === me?.id;
  if (isReturned ? !mine : !mayDo(me, "proposal.decide") || mine) return null;
  return (
    <ButtonLink primary to={`/proposals/${activity.id}`}>
      {say(isReturned ? "act.resubmit" : "act.decide")}
    </ButtonLink>
  );
}

function Closing({ activity }: { activity: Activity }) {
  const say = useWords(activityPageWords);
  const me = useMe();
  const now = useNow();
  const stage = currentStage(activity);
  if (!mayDo(me, "activity.run", activity)) return null;
  const endsAt =
    activity.sessions
      .map((session) => session.endsAt)
      .sort()
      .at(-1) ?? "";
  // Service ends after its last session only; until then it is the screen at the entrance that is wanted.
  if (stage === "Execute" && now < Date.parse(endsAt))
    return (
      <ButtonLink primary to={`/activities/${activity.id}/screen`}>
        {say("act.screen")}
      </ButtonLink>
    );
  const key = stage === "Recruit" ? "recruit" : stage === "Cover" ? "cover" : "execute";
  return (
    // Ahead of its time it is an exception, nothing that waits to be done.
    <ActButton
      type={stage === "Execute" ? "primary" : "default"}
      reason="needed"
      ask={say(`act.${key}.ask`)}
      act={(reason) => call("POST /activities/{id}/close", { path: { id: activity.id }, body: { stage, reason } })}
      done={say(`act.${key}.done`)}
    >
      {say(`act.${key}`)}
    </ActButton>
  );
}

function CloseSurvey({ activity }: { activity: Activity }) {
  const say = useWords(activityPageWords);
  const me = useMe();
  const survey = useReading("GET /activities/{id}/survey", { path: { id: activity.id } });
  if (!mayDo(me, "survey.run", activity) || survey.data?.status !== "open") return null;
  return (
    <ActButton
      type="primary"
      reason="optional"
      ask={say("act.survey.ask")}
      act={(reason) =>
        call("POST /activities/{id}/survey/close", { path: { id: activity.id }, body: reason ? { reason } : {} })
      }
      done={say("act.survey.done")}
    >
      {say("act.survey")}
    </ActButton>
  );
}
