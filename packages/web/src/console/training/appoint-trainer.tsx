import { TRAINER_LEVELS } from "@yigong/core/member/trainer-levels.ts";
import { Radio, Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import { trainerPageWords } from "../../shared/training/trainer.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import { PersonField } from "../ui/person-field.tsx";
import { useUnits } from "../units/use-units.ts";

interface Draft {
  who: Member | undefined;
  from: string | undefined;
  until: string | undefined;
  level: (typeof TRAINER_LEVELS)[number];
  teamIds: string[];
}
const EMPTY: Draft = { who: undefined, from: undefined, until: undefined, level: "junior", teamIds: [] };

/** Appoints a volunteer from a day on. */
export function AppointTrainer() {
  const say = useWords(trainerPageWords);
  const [draft, setDraft] = useState(EMPTY);
  const { who, from, until, level, teamIds } = draft;
  return (
    <ActButton
      type="primary"
      fields={<Fields draft={draft} set={(more) => setDraft((before) => ({ ...before, ...more }))} />}
      ready={who !== undefined && from !== undefined}
      act={() =>
        call("POST /trainers/{memberId}/appointments", {
          path: { memberId: who?.id ?? "" },
          body: { from, ...(until && { until }), level, teamIds },
        })
      }
      done={say("appointed", { name: who?.name ?? "" })}
      onDone={() => setDraft(EMPTY)}
    >
      {say("appoint")}
    </ActButton>
  );
}

function Fields({ draft, set }: { draft: Draft; set: (more: Partial<Draft>) => void }) {
  const say = useWords(trainerPageWords);
  const word = useDomainWords();
  const units = useUnits();
  return (
    <>
      <PersonField label={say("person")} value={draft.who} onChange={(who) => set({ who })} />
      <Field label={say("from")}>
        {(id) => <DayField id={id} value={draft.from} onChange={(from) => set({ from })} />}
      </Field>
      <Field label={say("until")} hint={say("until.hint")}>
        {(id) => <DayField id={id} value={draft.until} onChange={(until) => set({ until })} />}
      </Field>
      <Field label={say("level")}>
        {(id) => (
          <Radio.Group
            id={id}
            value={draft.level}
            onChange={({ target }) => set({ level: target.value as Draft["level"] })}
            options={TRAINER_LEVELS.map((value) => ({ value, label: word(`trainer.level.${value}`) }))}
          />
        )}
      </Field>
      <Field label={say("teams")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            mode="multiple"
            value={draft.teamIds}
            onChange={(teamIds: string[]) => set({ teamIds })}
            options={units.of("team")}
          />
        )}
      </Field>
    </>
  );
}

/** Ends an appointment on a last day, with a reason. */
export function EndAppointment({ held: { memberId, from } }: { held: { memberId: string; from: string } }) {
  const say = useWords(trainerPageWords);
  const when = useWhen();
  const [until, setUntil] = useState<string>();
  const last = <Field label={say("end.last")}>{(id) => <DayField id={id} value={until} onChange={setUntil} />}</Field>;
  return (
    <ActButton
      size="small"
      danger
      fields={last}
      reason="needed"
      ready={until !== undefined}
      act={(reason) =>
        call("POST /trainers/{memberId}/appointments/{from}/end", { path: { memberId, from }, body: { until, reason } })
      }
      done={say("ended", { day: until ? when.date(until) : "" })}
      onDone={() => setUntil(undefined)}
    >
      {say("end")}
    </ActButton>
  );
}
