import { lazy, type ReactNode, Suspense } from "react";
import type { Leave } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Kind } from "../../shared/decisions.ts";
import { useWords } from "../../shared/words.ts";
import { Card, Chip, Facts } from "../ui/parts.tsx";
import { Loaded, Skeleton } from "../ui/trouble.tsx";
import { AccountCase } from "./account-case.tsx";
import { approvalWords } from "./approvals.words.ts";
import { PaperSheetCase } from "./paper-sheet-case.tsx";
import { ProposalCase } from "./proposal-case.tsx";
import type { Found } from "./typed.ts";

// What is decided more rarely is fetched when it is.
const DeedCase = lazy(() => import("./deed-case.tsx"));
const loadAwards = () => import("./award-case.tsx");
const AwardCase = lazy(async () => ({ default: (await loadAwards()).AwardCase }));
const ObjectionCase = lazy(async () => ({ default: (await loadAwards()).ObjectionCase }));

interface Which {
  kind: Kind;
  ids: readonly string[];
  /** The decision itself, once what it is about has been shown. */
  children: (found: Found) => ReactNode;
}

/** What there is to know beside the question itself, for the kinds that have more. */
export const Case = (which: Which) => (
  <Suspense fallback={<Skeleton cards={1} />}>
    <OfKind {...which} />
  </Suspense>
);

function OfKind({ kind, ids, children }: Which) {
  const [id = "", second = ""] = ids;
  switch (kind) {
    case "leave":
      return (
        <>
          <LeaveCase id={id} memberId={second} />
          {children({})}
        </>
      );
    case "deed":
      return (
        <>
          <DeedCase year={id} deedId={second} />
          {children({})}
        </>
      );
    case "paperSheet":
      return (
        <>
          <PaperSheetCase id={id} sessionId={second} />
          {children({})}
        </>
      );
    case "proposal":
      return <ProposalCase id={id}>{children}</ProposalCase>;
    case "award":
    case "awardStale":
      return (
        <AwardCase year={id} run={second} isStale={kind === "awardStale"}>
          {children}
        </AwardCase>
      );
    case "awardObjection":
      return (
        <ObjectionCase year={id} run={second}>
          {children}
        </ObjectionCase>
      );
    case "accountRequest":
      return <AccountCase id={id}>{children}</AccountCase>;
    default:
      return children({});
  }
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
