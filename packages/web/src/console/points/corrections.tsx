import { decimal } from "@yigong/core/points/decimal.ts";
import { Segmented, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import type { Correction } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { PageLink } from "../ui/link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import { Who } from "../ui/who.tsx";
import type { Corrections, PointCorrection } from "./points.routes.ts";
import { pointsWords } from "./points.words.ts";

const STATUSES = ["requested", "approved", "refused"] as const;

/** Corrections: one person asks, another approves or refuses. */
export function CorrectionsPart() {
  const say = useWords(pointsWords);
  const [{ status: asked }, setFilters] = useFilters();
  const status = STATUSES.find((one) => one === asked) ?? "requested";
  const read = useReading("GET /points/corrections", { query: { status, limit: 100 } });
  return (
    <>
      <Segmented
        aria-label={say("status.label")}
        value={status}
        options={STATUSES.map((value) => ({ value, label: say(`corrections.${value}`) }))}
        onChange={(value) => setFilters({ status: value === "requested" ? undefined : value })}
      />
      <Loaded of={read}>
        {(answer) => {
          const page = answer as unknown as Corrections;
          if (page.items.length === 0) return <Blank title={say(`corrections.none.${status}`)} />;
          return page.items.map((one) => <One key={one.id} correction={one} page={page} />);
        }}
      </Loaded>
    </>
  );
}

function useChangeText() {
  const say = useWords(pointsWords);
  const when = useWhen();
  return (change: Correction["change"]): string => {
    switch (change.kind) {
      case "present":
      case "halfDays":
        return say(`correction.text.${change.kind}`, { count: String(change.halfDays) });
      case "times":
        return say("correction.text.times", {
          from: when.instant(change.checkedInAt),
          to: when.instant(change.checkedOutAt),
        });
      case "absent":
        return say("correction.text.absent");
      case "covers":
        return say("correction.text.covers", { count: String(change.covers) });
      case "points":
        return say("correction.text.points", { points: decimal(change.points) });
    }
  };
}

function One({ correction, page }: { correction: PointCorrection; page: Corrections }) {
  const say = useWords(pointsWords);
  const when = useWhen();
  const textOf = useChangeText();
  const { activityId, memberId, askedBy, askedAt, reason } = correction;
  const title = page.titles.find((one) => one.activityId === activityId)?.title ?? activityId;
  return (
    <article className="points-case">
      <p>
        <Who id={memberId} people={page.people} /> · <PageLink to={`/activities/${activityId}`}>{title}</PageLink>
      </p>
      <p>
        <strong>{textOf(correction.change)}</strong>
      </p>
      <p className="pre">{reason}</p>
      <p className="quiet">
        <Who id={askedBy} people={page.people} /> {say("correction.asked", { when: when.instant(askedAt) })}
      </p>
      {correction.status !== "requested" && (
        <p>
          <Tag color={correction.status === "approved" ? "success" : "default"}>
            {say(`corrections.${correction.status}`)}
          </Tag>
          <Who id={correction.decidedBy} people={page.people} />
          {correction.status === "refused" ? `：${correction.refusal}` : ` · ${correction.points}`}
        </p>
      )}
      {correction.status === "requested" && <Decide correction={correction} />}
    </article>
  );
}

function Decide({ correction: { id, activityId, askedBy, memberId } }: { correction: PointCorrection }) {
  const say = useWords(pointsWords);
  const me = useMe();
  const is = useRoles();
  if (!is("alliance", "committee") || me?.id === askedBy || me?.id === memberId) return null;
  const decide = (body: object) =>
    call("POST /activities/{id}/corrections/{correctionId}/decision", {
      path: { id: activityId, correctionId: id },
      body,
    }) as unknown as Promise<PointCorrection>;
  return (
    <div className="list-tools">
      <ActButton
        type="primary"
        ask={say("correction.approve.ask")}
        act={() => decide({ verdict: "approve" })}
        done={(after) =>
          say("correction.approve.done", { points: after.status === "approved" ? after.points : "0.00" })
        }
      >
        {say("correction.approve")}
      </ActButton>
      <ActButton
        reason="needed"
        act={(reason) => decide({ verdict: "refuse", reason })}
        done={say("correction.refuse.done")}
      >
        {say("correction.refuse")}
      </ActButton>
    </div>
  );
}
