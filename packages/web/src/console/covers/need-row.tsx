import { Tag } from "antd";
import type { Need } from "../../shared/api/routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { mayDo } from "../activity/rights.ts";
import { Person } from "../ui/person.tsx";
import { Assign } from "./assign.tsx";
import { coverPageWords } from "./covers.words.ts";
import { NeedActs } from "./need-acts.tsx";

const COLOURS = {
  open: "error",
  unfilled: "error",
  offered: "warning",
  accepted: "warning",
  confirmed: "success",
  void: "default",
} as const satisfies Record<Need["status"], string>;

export function NeedTag({ status }: { status: Need["status"] }) {
  const say = useWords(coverPageWords);
  const word = useDomainWords();
  return <Tag color={COLOURS[status]}>{status === "void" ? say("void") : word(`cover.status.${status}`)}</Tag>;
}

const REASONS = [
  ...["nobodyFit", "allBusy", "allDeclined", "allTaken", "deadline", "shiftBegun"],
  ...["participantLeft", "noOverlap", "activityCancelled", "elsewhere"],
] as const;
type Reason = (typeof REASONS)[number];
const isReason = (reason: string): reason is Reason => (REASONS as readonly string[]).includes(reason);

/** One need: whose shift, at which post and when; beneath it who was asked, and who comes next and why. */
export function NeedRow({ need }: { need: Need }) {
  const when = useWhen();
  return (
    <article className="need">
      <header className="need-head">
        <span>
          <Person {...need.participant} /> · {need.post} ·{" "}
          <span className="nowrap">{when.period(need.from, need.to)}</span>
        </span>
        <NeedTag status={need.status} />
        <span className="need-acts">
          <NeedActs need={need} />
        </span>
      </header>
      <NeedDetail need={need} />
    </article>
  );
}

/** What has happened about a need, and who could take it. */
export function NeedDetail({ need }: { need: Need }) {
  const say = useWords(coverPageWords);
  const when = useWhen();
  const { within, clauses, colon } = useMarks();
  const { coverer, expiresAt, assigned, status, reason, declinedBy } = need;
  return (
    <div className="need-detail">
      {coverer && (
        <p>
          {status === "offered"
            ? say("asks", { name: coverer.name, when: expiresAt ? when.instant(expiresAt) : "–" })
            : say("takes", { name: coverer.name })}
          {need.confirmedByName && (
            <span className="quiet">
              {" · "}
              {need.confirmedForName
                ? say("confirmedFor", { name: need.confirmedByName, principal: need.confirmedForName })
                : say("confirmedBy", { name: need.confirmedByName })}
            </span>
          )}
          {status === "accepted" && <span className="quiet"> · {say("waitsForHead")}</span>}
          {assigned && <span className="quiet"> · {say("assigned", { reason: assigned.reason })}</span>}
        </p>
      )}
      {reason && <p>{isReason(reason) ? say(`reason.${reason}`) : reason}</p>}
      {declinedBy.length > 0 && (
        <p className="quiet">
          {colon(say("declined"), "")}
          {declinedBy.map((one) => (
            <span key={`${one.memberId} ${one.at}`} className="said">
              {within(
                one.name,
                clauses([`${say(`how.${one.how}`)} ${when.instant(one.at)}`, ...(one.reason ? [one.reason] : [])]),
              )}
            </span>
          ))}
        </p>
      )}
      <Candidates need={need} />
    </div>
  );
}

function Candidates({ need }: { need: Need }) {
  const say = useWords(coverPageWords);
  const me = useMe();
  if (need.status !== "open" && need.status !== "unfilled" && need.status !== "offered") return null;
  if (need.candidates.length === 0) return <p className="quiet">{say("candidates.none")}</p>;
  const mayAssign = mayDo(me, "cover.assign");
  return (
    <>
      <p className="quiet">{say("candidates")}</p>
      <ol className="candidates">
        {need.candidates.map((one) => (
          <li key={one.memberId}>
            <div>
              <Person {...one} />
              <span>
                {say(`post.${one.post}`)} · {say(`near.${one.nearness}`)} ·{" "}
                {say("year", { count: String(one.coversThisYear) })}
              </span>
              <span className="quiet">{say(`behind.${one.behindBy}`)}</span>
              {mayAssign && <Assign need={need} who={one} />}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
