import type { ReactNode } from "react";
import type { Proposal } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { TextInput, Tick } from "../ui/fields.tsx";
import { FindMember } from "../ui/find-member.tsx";
import { Button, Card } from "../ui/parts.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";
import { AdviceFacts } from "./advice-facts.tsx";
import { approvalWords } from "./approvals.words.ts";
import type { Found, Typed } from "./typed.ts";

export function ProposalCase({ id, children }: { id: string; children: (found: Found) => ReactNode }) {
  const proposal = useReading("GET /activities/{id}/proposal", { path: { id } });
  return (
    <Loaded of={proposal} skeleton={<Skeleton cards={1} />}>
      {(data) => (
        <>
          <ProposalFacts proposal={data} />
          <AdviceFacts proposal={data} />
          {children({ wishes: data.wishes })}
        </>
      )}
    </Loaded>
  );
}

const FEN = 100;

export function ProposalFacts({ proposal: { plan, wishes } }: { proposal: Pick<Proposal, "plan" | "wishes"> }) {
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

interface Granting {
  wishes: Proposal["wishes"];
  value: Typed;
  onChange: (to: Partial<Typed>) => void;
}

/** What is granted of what was asked for: somebody who guides, money, helpers of teams. */
export function Grants({ wishes, value, onChange }: Granting) {
  const say = useWords(approvalWords);
  return (
    <>
      {wishes.guidance && <Adviser value={value} onChange={onChange} />}
      {wishes.moneyFen !== undefined && (
        <TextInput
          label={say("grant.money")}
          hint={say("grant.hint", { yuan: String(wishes.moneyFen / FEN) })}
          inputMode="numeric"
          optional
          value={value.yuan}
          onChange={(yuan) => onChange({ yuan })}
        />
      )}
      {wishes.volunteers && <Teams ids={wishes.volunteers.teamIds} value={value} onChange={onChange} />}
    </>
  );
}

function Adviser({ value: { adviserId, adviserName, search }, onChange }: Omit<Granting, "wishes">) {
  const say = useWords(approvalWords);
  if (adviserId !== "")
    return (
      <Card>
        <p>{say("grant.adviser.is", { name: adviserName })}</p>
        <Button kind="quiet" onClick={() => onChange({ adviserId: "", adviserName: "" })}>
          {say("grant.adviser.change")}
        </Button>
      </Card>
    );
  return (
    <>
      <TextInput
        label={say("grant.adviser")}
        hint={say("grant.adviser.hint")}
        optional
        value={search}
        onChange={(to) => onChange({ search: to })}
      />
      <FindMember
        text={search}
        legend={say("grant.adviser.who")}
        value={undefined}
        onChange={({ id, name }) => onChange({ adviserId: id, adviserName: name, search: "" })}
      />
    </>
  );
}

const MOST_TEAMS = 200;

function Teams({ ids, value: { teamIds }, onChange }: Omit<Granting, "wishes"> & { ids: readonly string[] }) {
  const say = useWords(approvalWords);
  const teams = useReading("GET /units", { query: { kind: "team", limit: MOST_TEAMS } }, { live: false });
  const toggle = (id: string, to: boolean) =>
    onChange({ teamIds: to ? [...teamIds, id] : teamIds.filter((one) => one !== id) });
  if (teams.error) return <Trouble error={teams.error} again={() => void teams.refetch()} />;
  const nameOf = (id: string) => teams.data?.items.find((team) => team.id === id)?.name ?? "…";
  return (
    <fieldset className="choices stack">
      <legend>{say("grant.teams")}</legend>
      <p className="hint">{say("grant.teams.hint")}</p>
      {ids.map((id) => (
        <Tick key={id} checked={teamIds.includes(id)} onChange={(to) => toggle(id, to)}>
          {nameOf(id)}
        </Tick>
      ))}
    </fieldset>
  );
}
