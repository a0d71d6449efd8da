import type { Leave, Proposal } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { Card, Chip, Facts } from "../ui/parts.tsx";
import { Loaded, Skeleton } from "../ui/trouble.tsx";
import { approvalWords } from "./approvals.words.ts";
import type { Kind } from "./decisions.ts";

interface Which {
  kind: Kind;
  ids: readonly string[];
}

/** What there is to know beside the question itself, for the kinds that have more. */
export function Case({ kind, ids: [id = "", memberId = ""] }: Which) {
  if (kind === "leave") return <LeaveCase id={id} memberId={memberId} />;
  if (kind === "proposal") return <ProposalCase id={id} />;
  return null;
}

function LeaveCase({ id, memberId }: { id: string; memberId: string }) {
  const leaves = useReading("GET /activities/{id}/leaves", { path: { id }, query: { limit: 200 } });
  return (
    <Loaded of={leaves} skeleton={<Skeleton cards={1} />}>
      {({ items }) =>
        items
          .filter((one) => one.memberId === memberId)
          .map((leave) => <LeaveFacts key={leave.memberId} leave={leave} />)
      }
    </Loaded>
  );
}

function LeaveFacts({ leave }: { leave: Leave }) {
  const say = useWords(approvalWords);
  return (
    <Card>
      {leave.late && <Chip tone="soon">{say("late")}</Chip>}
      <Facts items={[[say("note"), leave.note], leave.evidence ? [say("evidence"), leave.evidence] : undefined]} />
      {leave.earlier > 0 && <p className="quiet">{say("earlier", { count: String(leave.earlier) })}</p>}
      <Evidence leave={leave} />
    </Card>
  );
}

/** Photos of the evidence, which only who decides is shown. */
function Evidence({ leave: { activityId, memberId } }: { leave: Leave }) {
  const say = useWords(approvalWords);
  const photos = useReading("GET /activities/{id}/leaves/{memberId}/photos", { path: { id: activityId, memberId } });
  const shown = photos.data?.items.flatMap(({ id, photo }) => (photo ? [{ id, ...photo }] : [])) ?? [];
  if (shown.length === 0) return null;
  return (
    <>
      <p className="strong">{say("photos")}</p>
      <div className="photos">
        {shown.map(({ id, url, thumbnail }, index) => (
          <a className="photo" key={id} href={url}>
            <img src={thumbnail.url} alt={say("photo", { number: String(index + 1) })} />
          </a>
        ))}
      </div>
    </>
  );
}

function ProposalCase({ id }: { id: string }) {
  const proposal = useReading("GET /activities/{id}/proposal", { path: { id } });
  return (
    <Loaded of={proposal} skeleton={<Skeleton cards={1} />}>
      {(data) => <ProposalFacts proposal={data} />}
    </Loaded>
  );
}

const FEN = 100;

function ProposalFacts({ proposal: { plan, wishes } }: { proposal: Proposal }) {
  const say = useWords(approvalWords);
  const asked = [
    wishes.guidance ? say("wish.guidance") : "",
    wishes.moneyFen ? say("wish.money", { yuan: String(wishes.moneyFen / FEN) }) : "",
    wishes.volunteers ? say("wish.volunteers", { count: String(wishes.volunteers.headCount) }) : "",
  ].filter(Boolean);
  return (
    <Card>
      <h2>{say("plan")}</h2>
      <p className="pre">{plan}</p>
      {asked.length > 0 && (
        <>
          <h2>{say("wishes")}</h2>
          <ul>
            {asked.map((wish) => (
              <li key={wish}>{wish}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
