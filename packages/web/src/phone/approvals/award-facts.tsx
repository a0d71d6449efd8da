import type { AwardRun } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Card, Chip, Facts } from "../ui/parts.tsx";
import { approvalWords } from "./approvals.words.ts";

type Honour = NonNullable<AwardRun["computed"]>[number];

/** Somebody's name; nothing until it is known. */
export function useMemberName(id: string | undefined): string {
  const path = { id: id ?? "" };
  return useReading("GET /members/{id}", { path }, { live: false, enabled: id !== undefined }).data?.name ?? "…";
}

/** The five in their order, and what put each ahead where points did not. */
export function Honours({ run, honours }: { run: AwardRun; honours: readonly Honour[] }) {
  const say = useWords(approvalWords);
  return (
    <Card>
      <h2>{say("award.five", { year: String(run.year) })}</h2>
      {honours.length === 0 && <p>{say("award.none")}</p>}
      {honours.map((honour) => (
        <One key={honour.place} honour={honour} decidedBy={decidedBy(run, honour)} />
      ))}
    </Card>
  );
}

/** Only the computed list knows it, and it holds for whoever still has the place. */
const decidedBy = ({ computed }: AwardRun, { place, memberId }: Honour) =>
  computed?.find((one) => one.place === place && one.memberId === memberId)?.decidedBy;

function One({
  honour: { place, name, points, instead },
  decidedBy: by,
}: {
  honour: Honour;
  decidedBy: Honour["decidedBy"];
}) {
  const say = useWords(approvalWords);
  const word = useDomainWords();
  return (
    <div>
      <div className="row top-aligned">
        <p className="grow">
          {place}. <span className="name">{name}</span>
        </p>
        <p className="fixed number">{say("award.points", { points })}</p>
      </div>
      {by && by !== "points" && <Chip tone="soon">{say("award.tie", { by: word(`award.criterion.${by}`) })}</Chip>}
      {instead && <p className="quiet">{say("award.instead", { name: instead.name, reason: instead.reason })}</p>}
    </div>
  );
}

/** How many stand where, and what whoever confirms should know of the year. */
export function Counts({ run: { counts, changed, manifest, unprintable = [] } }: { run: AwardRun }) {
  const say = useWords(approvalWords);
  if (!counts) return null;
  const people = (count: number) => say("award.people", { count: String(count) });
  return (
    <Card>
      <Facts
        items={[
          [say("award.candidates"), people(counts.candidates)],
          [say("award.preferred"), people(counts.preferred)],
          [say("award.vetoed"), people(counts.vetoed)],
          [say("award.belowFloor"), people(counts.belowFloor)],
          changed === undefined ? undefined : [say("award.changed"), people(changed)],
          manifest && manifest.open.length > 0
            ? [say("award.open"), say("award.activities", { count: String(manifest.open.length) })]
            : undefined,
        ]}
      />
      {unprintable.map(({ memberId, name, characters }) => (
        <p className="late-text" key={memberId}>
          {say("award.unprintable", { name, characters: characters.join(" ") })}
        </p>
      ))}
    </Card>
  );
}
