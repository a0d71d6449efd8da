import { Card, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import type { Away } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { awayWords, isWeekday } from "../../shared/away.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { EnterAway } from "./enter-away.tsx";

const COLOURS = {
  standing: "default",
  asked: "warning",
  approved: "success",
  refused: "error",
  ended: "default",
} as const;

/** When somebody is away by plan, for themselves and for whoever decides on it. */
export function AwayCard({ memberId }: { memberId: string }) {
  const say = useWords(awayWords);
  const read = useReading("GET /members/{id}/away", { path: { id: memberId } });
  // A secretary looks at people of other branches too, whose absences are not theirs to read.
  if (read.error && !read.data) return null;
  return (
    <Card size="small" title={<h2 className="card-title">{say("title")}</h2>}>
      <Loaded of={read}>
        {({ items, mayDecide, mayEnter }) => (
          <>
            {items.length === 0 && <p className="quiet">{say("none")}</p>}
            {items.map((period) => (
              <Planned key={period.id} {...{ period, memberId, mayDecide }} />
            ))}
            {mayEnter && <EnterAway memberId={memberId} />}
          </>
        )}
      </Loaded>
    </Card>
  );
}

interface Props {
  period: Away["items"][number];
  memberId: string;
  mayDecide: boolean;
}

function Planned({ period, memberId, mayDecide }: Props) {
  const say = useWords(awayWords);
  const when = useWhen();
  const { id, from, to, weekdays = [], note, status, reason, byName, byForName, at, enteredBy } = period;
  const decide = (body: object) =>
    call("POST /members/{id}/away/{awayId}/decision", { path: { id: memberId, awayId: id }, body });
  return (
    <div className="row">
      <span>
        {say("span", { from: when.date(from), to: when.date(to) })}{" "}
        {weekdays
          .filter(isWeekday)
          .map((day) => say(`day.${day}`))
          .join(" ")}
        {note && <div className="quiet">{note}</div>}
        {byName && at && (
          <div className="quiet">
            {byForName
              ? say("byFor", { name: byName, principal: byForName, when: when.instant(at) })
              : say("by", { name: byName, when: when.instant(at) })}
          </div>
        )}
        {enteredBy && <div className="quiet">{say("enter.by", { name: enteredBy })}</div>}
        {reason && <div>{reason}</div>}
      </span>
      <span className="line-acts">
        <Tag color={COLOURS[status]}>{say(`status.${status}`)}</Tag>
        {status === "asked" && mayDecide && (
          <>
            <ActButton
              size="small"
              reason="needed"
              act={(said) => decide({ approve: false, reason: said })}
              done={say("refuse.done")}
            >
              {say("refuse")}
            </ActButton>
            <ActButton size="small" act={() => decide({ approve: true })} done={say("approve.done")}>
              {say("approve")}
            </ActButton>
          </>
        )}
      </span>
    </div>
  );
}
