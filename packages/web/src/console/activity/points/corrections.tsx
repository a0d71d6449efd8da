import { Tag } from "antd";
import { call } from "../../../shared/api/call.ts";
import type { Activity, Correction } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { knownIn, type People } from "../../ui/people.ts";
import { Person } from "../../ui/person.tsx";
import { mayDo } from "../rights.ts";
import { AskCorrection } from "./ask-correction.tsx";
import { activityPointsWords } from "./points.words.ts";

const TONES = { requested: "warning", approved: "success", refused: "default" } as const;

/** What was asked to be corrected, and what a second person decided. */
export function Corrections({ activity }: { activity: Activity }) {
  const say = useWords(activityPointsWords);
  const me = useMe();
  const given = { path: { id: activity.id }, query: { limit: 200 } };
  const { items: corrections = [], people } = useReading("GET /activities/{id}/corrections", given).data ?? {};
  const asks = mayDo(me, "points.askCorrection", activity) && activity.status === "done";
  if (corrections.length === 0 && !asks) return null;
  return (
    <section>
      <div className="list-head">
        <h2>{say("corrections")}</h2>
        {asks && <AskCorrection activity={activity} />}
      </div>
      {corrections.length === 0 && <p className="quiet">{say("corrections.none")}</p>}
      {corrections.map((one) => (
        <One
          key={one.id}
          correction={one}
          people={people}
          decides={mayDo(me, "points.decideCorrection", activity)}
          meId={me?.id ?? ""}
        />
      ))}
    </section>
  );
}

interface OneProps {
  correction: Correction;
  people: People;
  decides: boolean;
  meId: string;
}

function One({ correction, people, decides, meId }: OneProps) {
  const say = useWords(activityPointsWords);
  const when = useWhen();
  const told = useChangeText();
  const who = knownIn(people);
  const { memberId, status, askedBy, askedAt, reason } = correction;
  const isParty = [askedBy, memberId, correction.askedFor].includes(meId);
  return (
    <article className="need">
      <header className="need-head">
        <Person {...(who(memberId) ?? { memberId })} />
        <span>{told(correction.change)}</span>
        <Tag color={TONES[status]}>{say(`status.${status}`)}</Tag>
        <span className="need-acts">
          {status === "requested" &&
            decides &&
            (isParty ? <span className="quiet">{say("own")}</span> : <Decide correction={correction} />)}
        </span>
      </header>
      <p className="quiet">{say("asked", { name: who(askedBy)?.name ?? "", when: when.instant(askedAt), reason })}</p>
      {correction.status === "approved" && (
        <p>
          {say("decided.approved", { when: when.instant(correction.decidedAt), points: String(correction.points) })}
        </p>
      )}
      {correction.status === "refused" && (
        <p>{say("decided.refused", { when: when.instant(correction.decidedAt), reason: correction.refusal })}</p>
      )}
    </article>
  );
}

function Decide({ correction: { activityId: id, id: correctionId } }: { correction: Correction }) {
  const say = useWords(activityPointsWords);
  const decide = (body: object) =>
    call("POST /activities/{id}/corrections/{correctionId}/decision", { path: { id, correctionId }, body });
  return (
    <>
      <ActButton
        size="small"
        reason="needed"
        act={(reason) => decide({ verdict: "refuse", reason })}
        done={say("refuse.done")}
      >
        {say("refuse")}
      </ActButton>
      <ActButton
        size="small"
        ask={say("approve.ask")}
        act={() => decide({ verdict: "approve" })}
        done={say("approve.done")}
      >
        {say("approve")}
      </ActButton>
    </>
  );
}

/** What a correction says, in words. */
function useChangeText() {
  const say = useWords(activityPointsWords);
  const when = useWhen();
  return (change: Correction["change"]): string => {
    switch (change.kind) {
      case "present":
      case "halfDays":
        return say(`told.${change.kind}`, { days: String(change.halfDays / 2) });
      case "times":
        return say("told.times", { period: when.period(change.checkedInAt, change.checkedOutAt) });
      case "absent":
        return say(change.excused ? "told.excused" : "told.absent");
      case "covers":
        return say("told.covers", { count: String(change.covers) });
      case "points":
        return say("told.points", { points: (change.points / 100).toFixed(2) });
    }
  };
}
