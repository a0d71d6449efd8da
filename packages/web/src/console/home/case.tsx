import type { Leave } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Kind } from "../../shared/decisions.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWords } from "../../shared/words.ts";
import { Loaded } from "../ui/trouble.tsx";
import { AccountCase } from "./account-case.tsx";
import { homeWords } from "./home.words.ts";

/** The kinds with more to know than the question says. */
export const CASES: readonly Kind[] = ["leave", "proposal", "accountRequest"];

interface Which {
  kind: Kind;
  ids: readonly string[];
}

/** What there is to know beside the question itself; read when it is opened. */
export function Case({ kind, ids: [id = "", memberId = ""] }: Which) {
  if (kind === "leave") return <LeaveCase id={id} memberId={memberId} />;
  return kind === "accountRequest" ? <AccountCase id={id} /> : <ProposalCase id={id} />;
}

function LeaveCase({ id, memberId }: { id: string; memberId: string }) {
  const leaves = useReading("GET /activities/{id}/leaves", { path: { id }, query: { limit: 200 } });
  return (
    <Loaded of={leaves}>
      {({ items }) => {
        const leave = items.find((one) => one.memberId === memberId);
        return leave && <LeaveFacts leave={leave} />;
      }}
    </Loaded>
  );
}

function LeaveFacts({ leave }: { leave: Leave }) {
  const say = useWords(homeWords);
  return (
    <dl className="case-facts">
      <dt>{say("note")}</dt>
      <dd className="pre">
        {leave.note || "–"}
        {leave.late && <p className="soon">{say("late")}</p>}
        {leave.earlier > 0 && <p className="quiet">{say("earlier", { count: String(leave.earlier) })}</p>}
      </dd>
      {leave.evidence && (
        <>
          <dt>{say("evidence")}</dt>
          <dd className="pre">{leave.evidence}</dd>
        </>
      )}
      <Photos leave={leave} />
    </dl>
  );
}

/** Photos of the evidence, which only who decides is shown. */
function Photos({ leave: { activityId, memberId } }: { leave: Leave }) {
  const say = useWords(homeWords);
  const photos = useReading(
    "GET /activities/{id}/leaves/{memberId}/photos",
    { path: { id: activityId, memberId } },
    { live: false },
  );
  const shown = photos.data?.items.flatMap(({ id, photo }) => (photo ? [{ id, ...photo }] : [])) ?? [];
  if (shown.length === 0) return null;
  return (
    <>
      <dt>{say("evidence")}</dt>
      <dd className="task-photos">
        {shown.map(({ id, url, thumbnail }, index) => (
          <a key={id} href={url} target="_blank" rel="noreferrer">
            <img src={thumbnail.url} alt={say("photo", { number: String(index + 1) })} width={96} height={96} />
          </a>
        ))}
      </dd>
    </>
  );
}

const FEN = 100;

function ProposalCase({ id }: { id: string }) {
  const say = useWords(homeWords);
  const { parts } = useMarks();
  const proposal = useReading("GET /activities/{id}/proposal", { path: { id } });
  return (
    <Loaded of={proposal}>
      {({ plan, wishes }) => {
        const asked = [
          wishes.guidance ? say("wish.guidance") : "",
          wishes.moneyFen ? say("wish.money", { yuan: String(wishes.moneyFen / FEN) }) : "",
          wishes.volunteers ? say("wish.volunteers", { count: String(wishes.volunteers.headCount) }) : "",
        ].filter(Boolean);
        return (
          <dl className="case-facts">
            <dt>{say("plan")}</dt>
            <dd className="pre">{plan}</dd>
            {asked.length > 0 && (
              <>
                <dt>{say("wishes")}</dt>
                <dd>{parts(asked)}</dd>
              </>
            )}
          </dl>
        );
      }}
    </Loaded>
  );
}
