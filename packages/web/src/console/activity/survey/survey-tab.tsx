import type { SurveyView } from "@yigong/functions/api/survey.view.ts";
import { Alert } from "antd";
import { call } from "../../../shared/api/call.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import { useAll } from "../../ui/use-all.ts";
import { mayDo } from "../rights.ts";
import type { TabProps } from "../tab-props.ts";
import { Papers } from "./papers.tsx";
import { ResultsOf } from "./results.tsx";
import { Served } from "./served.tsx";
import { surveyPageWords } from "./survey.words.ts";

/** Whom the activity served, what they were asked, and what they said. */
export default function SurveyTab({ activity }: TabProps) {
  const survey = useReading("GET /activities/{id}/survey", { path: { id: activity.id } });
  return <Loaded of={survey}>{(data) => <Shown activity={activity} survey={data} />}</Loaded>;
}

function Shown({ activity, survey }: { activity: Activity; survey: SurveyView }) {
  const me = useMe();
  const runs = mayDo(me, "survey.run", activity);
  const isOpen = survey.status === "open";
  const isDefinite = activity.servedParty.kind === "definite";
  return (
    <>
      <Course activity={activity} survey={survey} />
      {survey.counts && <Counts counts={survey.counts} isOpen={isOpen} />}
      {isOpen && runs && <Acts activityId={activity.id} answered={survey.counts?.answered ?? 0} />}
      {(survey.status === "closed" || survey.happiness) && (
        <ResultsOf results={survey.results} happiness={survey.happiness} />
      )}
      {survey.status === "closed" && mayDo(me, "survey.read", activity) && <Comments activityId={activity.id} />}
      {runs && isDefinite && (
        <Papers
          activity={activity}
          isOpen={isOpen}
          mayHandOut={(survey.status === "none" || isOpen) && activity.status !== "cancelled"}
        />
      )}
      {runs && isDefinite && (
        <Served
          activity={activity}
          isOpen={isOpen}
          mayAdd={survey.status === "none" && activity.status !== "cancelled"}
        />
      )}
    </>
  );
}

function Course({ activity, survey }: { activity: Activity; survey: SurveyView }) {
  const say = useWords(surveyPageWords);
  const when = useWhen();
  const { servedParty } = activity;
  if (survey.skipped)
    return (
      <Alert
        type="info"
        showIcon
        title={say("skipped", { when: when.instant(survey.skipped.at), reason: survey.skipped.reason })}
      />
    );
  if (survey.status === "open")
    return (
      <p>
        {say("open", { when: when.instant(survey.closesAt ?? "") })}{" "}
        <span className="quiet">{say("open.issue", { issue: String(survey.issue ?? 1) })}</span>
      </p>
    );
  if (survey.status === "closed") return <p>{say("closed", { when: when.instant(survey.closedAt ?? "") })}</p>;
  return <p>{servedParty.kind === "none" ? say("none.noParty", { reason: servedParty.reason }) : say("none.later")}</p>;
}

const COUNTS = ["issued", "delivered", "answered"] as const;

function Counts({ counts, isOpen }: { counts: NonNullable<SurveyView["counts"]>; isOpen: boolean }) {
  const say = useWords(surveyPageWords);
  return (
    <>
      <div className="figures">
        {COUNTS.map((name) => (
          <div className="figure" key={name}>
            <div>{say(`count.${name}`)}</div>
            <div className="figure-value number">{counts[name]}</div>
          </div>
        ))}
      </div>
      {counts.papers && (
        <p className="quiet">
          {say("count.papers", { issued: String(counts.papers.issued), answered: String(counts.papers.answered) })}
        </p>
      )}
      {isOpen && <p className="quiet">{say("counts.open")}</p>}
    </>
  );
}

function Acts({ activityId, answered }: { activityId: string; answered: number }) {
  const say = useWords(surveyPageWords);
  const path = { id: activityId };
  return (
    <div className="page-acts">
      <ActButton
        ask={say("act.remind.ask")}
        act={() => call("POST /activities/{id}/survey/reminders", { path })}
        done={say("act.remind.done")}
      >
        {say("act.remind")}
      </ActButton>
      {answered === 0 && (
        <ActButton
          danger
          ask={say("act.skip.ask")}
          reason="needed"
          act={(reason) => call("POST /activities/{id}/survey/skip", { path, body: { reason } })}
          done={say("act.skip.done")}
        >
          {say("act.skip")}
        </ActButton>
      )}
    </div>
  );
}

function Comments({ activityId }: { activityId: string }) {
  const say = useWords(surveyPageWords);
  const comments = useAll("GET /activities/{id}/survey/comments", { path: { id: activityId } }, { live: false });
  return (
    <section>
      <h2>{say("comments")}</h2>
      {comments.data?.length === 0 && <p className="quiet">{say("comments.none")}</p>}
      <ul className="comments">
        {/* They have no id, and come in an order that tells nothing. */}
        {[...new Set(comments.data ?? [])].map((comment) => (
          <li key={comment} className="pre">
            {comment}
          </li>
        ))}
      </ul>
    </section>
  );
}
