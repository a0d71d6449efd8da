import { Checkbox, Radio } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Roll, RollPerson } from "../../../shared/api/routes.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { useNow } from "../../ui/use-now.ts";
import { checkInWords } from "./check-in.words.ts";

interface Props {
  person: RollPerson;
  activityId: string;
  roll: Roll;
}

/** What the leader says of one person: here, not here, gone, how much was worked. */
export function RollActs({ person, activityId, roll }: Props) {
  const now = useNow();
  const { stands, mayBeAbsent } = person;
  if (now < Date.parse(roll.opensAt)) return null;
  const isPresent = stands?.state === "present";
  const isOver = now >= Date.parse(roll.session.endsAt);
  const path = { id: activityId, sessionId: roll.session.id };
  return (
    <div className="line-acts">
      {!isPresent && now < Date.parse(roll.closesAt) && <Present person={person} path={path} />}
      {!stands && mayBeAbsent && now < Date.parse(roll.closesAt) && <Absent person={person} path={path} />}
      {isPresent && !stands.checkedOutAt && !isOver && <Out person={person} path={path} />}
      {isPresent && !stands.checkedOutAt && isOver && <HalfDays person={person} path={path} />}
    </div>
  );
}

interface One {
  person: RollPerson;
  path: { id: string; sessionId: string };
}

const callRoll = (path: One["path"], line: object) =>
  call("POST /activities/{id}/sessions/{sessionId}/roll-call", { path, body: { lines: [line] } });

function Present({ person: { memberId, name }, path }: One) {
  const say = useWords(checkInWords);
  return (
    <ActButton
      size="small"
      act={() => callRoll(path, { memberId, state: "present" })}
      done={say("act.present.done", { name })}
    >
      {say("act.present")}
    </ActButton>
  );
}

function Absent({ person: { memberId, name }, path }: One) {
  const say = useWords(checkInWords);
  const [excused, setExcused] = useState(false);
  return (
    <ActButton
      size="small"
      ask={say("act.absent.ask", { name })}
      fields={
        <Checkbox checked={excused} onChange={({ target }) => setExcused(target.checked)}>
          {say("act.absent.excused")}
        </Checkbox>
      }
      reason="needed"
      act={(why) => callRoll(path, { memberId, state: "absent", excused, why })}
      done={say("act.absent.done", { name })}
    >
      {say("act.absent")}
    </ActButton>
  );
}

function Out({ person: { memberId, name }, path }: One) {
  const say = useWords(checkInWords);
  return (
    <ActButton
      size="small"
      act={() => call("POST /activities/{id}/sessions/{sessionId}/check-out", { path, body: { memberId } })}
      done={say("act.out.done", { name })}
    >
      {say("act.out")}
    </ActButton>
  );
}

export function HalfDayChoice({ value, onChange }: { value: number | undefined; onChange: (to: number) => void }) {
  const say = useWords(checkInWords);
  return (
    <Radio.Group
      aria-label={say("halfDays")}
      value={value ?? null}
      onChange={({ target }) => onChange(target.value as number)}
      options={([0, 1, 2] as const).map((half) => ({ value: half, label: say(`act.half.${half}`) }))}
    />
  );
}

function HalfDays({ person: { memberId, name }, path }: One) {
  const say = useWords(checkInWords);
  const [halfDays, setHalfDays] = useState<number>();
  return (
    <ActButton
      size="small"
      ask={say("act.half.ask", { name })}
      fields={<HalfDayChoice value={halfDays} onChange={setHalfDays} />}
      ready={halfDays !== undefined}
      act={() =>
        call("PUT /activities/{id}/sessions/{sessionId}/attendance/{memberId}/half-days", {
          path: { ...path, memberId },
          body: { halfDays },
        })
      }
      done={say("act.half.done", { name })}
    >
      {say("act.half")}
    </ActButton>
  );
}
