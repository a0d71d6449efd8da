import { Tag } from "antd";
import { call } from "../../../shared/api/call.ts";
import type { Leave } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { PersonById } from "../../ui/person-by-id.tsx";
import { peopleWords } from "./people.words.ts";

interface Props {
  /** What was asked, for those who may read it. */
  leave: Leave | undefined;
  status: Leave["status"];
  name: string;
  mayDecide: boolean;
}

const COLOURS = {
  requested: "warning",
  escalated: "warning",
  approved: "success",
  refused: "error",
  withdrawn: "default",
} as const satisfies Record<Leave["status"], string>;

/** Where somebody's leave stands, why they ask, and the decision in place. */
export function LeaveCell({ leave, status, name, mayDecide }: Props) {
  const say = useWords(peopleWords);
  const word = useDomainWords();
  const isOpen = status === "requested" || status === "escalated";
  return (
    <div className="leave">
      <Tag color={COLOURS[status]}>{word(`leave.status.${status}`)}</Tag>
      {leave && (
        <span>
          {say(`reason.${leave.reason}`)} {leave.late && <Tag color="warning">{say("leave.late")}</Tag>}
        </span>
      )}
      {leave?.decision?.deputyFor && (
        <span className="quiet">
          <PersonById memberId={leave.decision.by} /> {say("leave.actingFor")}{" "}
          <PersonById memberId={leave.decision.deputyFor} />
        </span>
      )}
      {leave && isOpen && mayDecide && (
        <>
          <Decide leave={leave} name={name} approve />
          <Decide leave={leave} name={name} approve={false} />
        </>
      )}
    </div>
  );
}

function Decide({ leave, name, approve }: { leave: Leave; name: string; approve: boolean }) {
  const say = useWords(peopleWords);
  const key = approve ? "leave.approve" : "leave.refuse";
  const { activityId: id, memberId } = leave;
  return (
    <ActButton
      size="small"
      ask={<Plea leave={leave} name={name} />}
      reason={approve ? "optional" : "needed"}
      act={(reason) =>
        call("POST /activities/{id}/leaves/{memberId}/decision", {
          path: { id, memberId },
          body: { approve, ...(reason ? { reason } : {}) },
        })
      }
      done={say(`${key}.done`, { name })}
    >
      {say(key)}
    </ActButton>
  );
}

/** What was asked, in full, before it is decided on. */
function Plea({ leave, name }: { leave: Leave; name: string }) {
  const say = useWords(peopleWords);
  const when = useWhen();
  return (
    <>
      <p>
        <b>{name}</b> · {say(`reason.${leave.reason}`)} ·{" "}
        {say("leave.asked", { when: when.instant(leave.requestedAt) })}
      </p>
      <p className="pre">{leave.note}</p>
      {leave.evidence && <p>{say("leave.evidence", { text: leave.evidence })}</p>}
      {leave.earlier > 0 && <p className="quiet">{say("leave.earlier", { count: String(leave.earlier) })}</p>}
      {(leave.photoIds?.length ?? 0) > 0 && <Photos leave={leave} />}
    </>
  );
}

function Photos({ leave: { activityId, memberId } }: { leave: Leave }) {
  const say = useWords(peopleWords);
  const photos = useReading("GET /activities/{id}/leaves/{memberId}/photos", { path: { id: activityId, memberId } });
  const shown = photos.data?.items.flatMap(({ id, photo }) => (photo ? [{ id, ...photo }] : [])) ?? [];
  return (
    <div className="thumbs">
      {shown.map(({ id, url, thumbnail }, at) => (
        <a key={id} href={url} target="_blank" rel="noreferrer">
          <img src={thumbnail.url} alt={say("leave.photo", { number: String(at + 1) })} width={120} />
        </a>
      ))}
    </div>
  );
}
