import type { ReactNode } from "react";
import type { AwardObjection, AwardRun } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Card, Note } from "../ui/parts.tsx";
import { Loaded, Skeleton } from "../ui/trouble.tsx";
import { approvalWords } from "./approvals.words.ts";
import { Counts, Honours, useMemberName } from "./award-facts.tsx";
import type { Found } from "./typed.ts";

interface Which {
  year: string;
  run: string;
  children: (found: Found) => ReactNode;
}

const useRun = ({ year, run }: Pick<Which, "year" | "run">) =>
  useReading("GET /awards/{year}/runs/{run}", { path: { year, run } });

/** The changes that the list at hand has over the computed one: whoever confirms it says the same. */
const replacementsOf = ({ proposal }: AwardRun) =>
  proposal?.honours.flatMap(({ memberId, instead }) =>
    instead ? [{ out: instead.memberId, in: memberId, reason: instead.reason }] : [],
  ) ?? [];

/** The five and why, who confirmed them first, and what has moved since the year was frozen. */
export function AwardCase({ isStale, children, ...which }: Which & { isStale: boolean }) {
  const run = useRun(which);
  return (
    <Loaded of={run} skeleton={<Skeleton cards={2} />}>
      {(data) => (
        <>
          {isStale ? <Stale run={data} /> : <First run={data} />}
          <Honours run={data} honours={data.proposal?.honours ?? data.computed ?? []} />
          <Counts run={data} />
          {children({ replacements: replacementsOf(data) })}
        </>
      )}
    </Loaded>
  );
}

function First({ run: { proposal, kept } }: { run: AwardRun }) {
  const say = useWords(approvalWords);
  const when = useWhen();
  const [first, keeper] = [useMemberName(proposal?.by), useMemberName(kept?.by)];
  return (
    <Card>
      <p>{proposal ? say("award.first", { name: first, when: when.instant(proposal.at) }) : say("award.nobody")}</p>
      {kept && (
        <p className="quiet">{say("award.kept", { name: keeper, when: when.instant(kept.at), reason: kept.reason })}</p>
      )}
      <p className="quiet">{say("award.replace")}</p>
    </Card>
  );
}

function Stale({ run: { staleAt } }: { run: AwardRun }) {
  const say = useWords(approvalWords);
  const when = useWhen();
  return (
    <Note tone="soon">
      {staleAt && <p className="strong">{say("award.stale", { when: when.instant(staleAt) })}</p>}
      <p>{say("award.stale.ways")}</p>
    </Note>
  );
}

/** One objection at a time, the oldest first, beneath what it is about. */
export function ObjectionCase({ children, ...which }: Which) {
  const run = useRun(which);
  const { year, run: number } = which;
  const objections = useReading("GET /awards/{year}/runs/{run}/objections", {
    path: { year, run: number },
    query: { limit: 200 },
  });
  const me = useMe();
  return (
    <Loaded of={objections} skeleton={<Skeleton cards={2} />}>
      {({ items }) => {
        const open = items.filter(({ status }) => status === "open");
        const first = open.find(({ by }) => by !== me?.id);
        return (
          <>
            {first && <Objecting objection={first} left={open.length} />}
            {run.data && <Honours run={run.data} honours={run.data.decision?.honours ?? []} />}
            {first ? children({ objectionId: first.id }) : <OnlyOwn />}
          </>
        );
      }}
    </Loaded>
  );
}

function Objecting({ objection: { by, at, text }, left }: { objection: AwardObjection; left: number }) {
  const say = useWords(approvalWords);
  const when = useWhen();
  const name = useMemberName(by);
  return (
    <Card>
      <h2>{say("award.objected", { name, when: when.instant(at) })}</h2>
      <p className="pre">{text}</p>
      {left > 1 && <p className="quiet">{say("award.more", { count: String(left - 1) })}</p>}
      <p className="quiet">{say("award.upheld")}</p>
    </Card>
  );
}

function OnlyOwn() {
  const say = useWords(approvalWords);
  return <Note>{say("award.own")}</Note>;
}
