import { InputNumber, Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Member, Proposal } from "../../shared/api/routes.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { PersonField } from "../ui/person-field.tsx";
import { useUnits } from "../ui/use-units.ts";
import { proposalPageWords } from "./proposals.words.ts";
import { fenOf, yuanOf } from "./use-wish-text.ts";

interface Props {
  proposal: Proposal;
}

/** The alliance's decision: yes with what it gives, back for changes, or no. */
export function Decide({ proposal }: Props) {
  const say = useWords(proposalPageWords);
  const path = { id: proposal.activityId };
  const decide = (body: object) => call("POST /activities/{id}/proposal/decision", { path, body });
  return (
    <>
      <ActButton
        danger
        ask={say("act.refuse.ask")}
        reason="needed"
        act={(reason) => decide({ verdict: "refuse", reason })}
        done={say("act.refuse.done")}
      >
        {say("act.refuse")}
      </ActButton>
      <ActButton
        ask={say("act.return.ask")}
        reason="needed"
        act={(reason) => decide({ verdict: "return", reason })}
        done={say("act.return.done")}
      >
        {say("act.return")}
      </ActButton>
      <Approve proposal={proposal} decide={decide} />
    </>
  );
}

function Approve({ proposal, decide }: Props & { decide: (body: object) => Promise<Proposal> }) {
  const say = useWords(proposalPageWords);
  const { of } = useUnits();
  const { guidance, moneyFen, volunteers } = proposal.wishes;
  const [adviser, setAdviser] = useState<Member>();
  const [yuan, setYuan] = useState<number | undefined>(moneyFen === undefined ? undefined : moneyFen / 100);
  const [teamIds, setTeamIds] = useState<string[]>(volunteers?.teamIds ?? []);
  const grants = {
    ...(adviser ? { adviserId: adviser.id } : {}),
    ...(yuan ? { moneyFen: fenOf(yuan) } : {}),
    ...(teamIds.length > 0 ? { volunteerTeamIds: teamIds } : {}),
  };
  return (
    <ActButton
      type="primary"
      width={640}
      ask={say("act.approve.ask")}
      fields={
        <>
          {guidance && <PersonField label={say("grants.adviser")} value={adviser} onChange={setAdviser} />}
          {moneyFen !== undefined && (
            <Field label={say("grants.money")} hint={say("grants.money.hint", { yuan: yuanOf(moneyFen) })}>
              {(id) => (
                <InputNumber
                  id={id}
                  min={0}
                  max={moneyFen / 100}
                  precision={2}
                  value={yuan ?? null}
                  onChange={(to) => setYuan(to ?? undefined)}
                />
              )}
            </Field>
          )}
          {volunteers && (
            <Field label={say("grants.teams")}>
              {(id) => (
                <Select<string[]>
                  id={id}
                  className="wide"
                  mode="multiple"
                  value={teamIds}
                  onChange={setTeamIds}
                  options={of("team").map((team) => ({ value: team.id as string, label: team.name }))}
                />
              )}
            </Field>
          )}
        </>
      }
      reason="needed"
      act={(reason) => decide({ verdict: "approve", reason, grants })}
      done={say("act.approve.done")}
    >
      {say("act.approve")}
    </ActButton>
  );
}
