import { Segmented, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { PageLink } from "../ui/link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import { Who } from "../ui/who.tsx";
import { CorrectButton } from "./correct-button.tsx";
import type { Objections } from "./points.routes.ts";
import { pointsWords } from "./points.words.ts";

const STATUSES = ["open", "decided"] as const;

/** Objections to points: decided by somebody without a part in them, each with a reason. */
export function ObjectionsPart() {
  const say = useWords(pointsWords);
  const [{ status: asked }, setFilters] = useFilters();
  const status = STATUSES.find((one) => one === asked) ?? "open";
  const read = useReading("GET /points/objections", { query: { status, limit: 100 } });
  return (
    <>
      <Segmented
        aria-label={say("status.label")}
        value={status}
        options={STATUSES.map((value) => ({ value, label: say(`objections.${value}`) }))}
        onChange={(value) => setFilters({ status: value === "open" ? undefined : value })}
      />
      <Loaded of={read}>
        {(page) =>
          page.items.length === 0 ? (
            <Blank title={say(status === "open" ? "objections.none" : "objections.none.decided")} />
          ) : (
            page.items.map((one) => <One key={one.id} objection={one} page={page} />)
          )
        }
      </Loaded>
    </>
  );
}

function One({ objection, page }: { objection: Objections["items"][number]; page: Objections }) {
  const say = useWords(pointsWords);
  const { colon } = useMarks();
  const when = useWhen();
  const is = useRoles();
  const { id, memberId, activityId, text, raisedAt } = objection;
  const title = page.titles.find((one) => one.activityId === activityId)?.title ?? activityId;
  return (
    <article className="points-case">
      <p>
        <Who id={memberId} people={page.people} /> <span className="quiet">{when.instant(raisedAt)}</span> ·{" "}
        {say("objection.about")} <PageLink to={`/activities/${activityId}`}>{title}</PageLink>
      </p>
      <p className="pre">{text}</p>
      {objection.status === "decided" && (
        <p>
          <Tag color={objection.upheld ? "success" : "default"}>
            {say(objection.upheld ? "objection.upheld" : "objection.rejected")}
          </Tag>
          <Who id={objection.decidedBy} people={page.people} />
          {colon("", objection.reason)}
        </p>
      )}
      {is("alliance", "committee") && (
        <div className="list-tools">
          {objection.status === "open" ? (
            <Decide id={id} />
          ) : (
            objection.upheld &&
            is("alliance") && <CorrectButton activityId={activityId} memberId={memberId} objectionId={id} />
          )}
        </div>
      )}
    </article>
  );
}

function Decide({ id }: { id: string }) {
  const say = useWords(pointsWords);
  const decide = (upheld: boolean) => (reason: string) =>
    call("POST /points/objections/{objectionId}/decision", { path: { objectionId: id }, body: { upheld, reason } });
  return (
    <>
      <ActButton
        ask={say("objection.uphold.ask")}
        reason="needed"
        act={decide(true)}
        done={say("objection.upheld.done")}
      >
        {say("objection.uphold")}
      </ActButton>
      <ActButton reason="needed" act={decide(false)} done={say("objection.rejected.done")}>
        {say("objection.reject")}
      </ActButton>
    </>
  );
}
