import { Checkbox, InputNumber, Select } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity, Correction, Member } from "../../../shared/api/routes.ts";
import { newId } from "../../../shared/new-id.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { InstantField } from "../../ui/instant-field.tsx";
import { PersonField } from "../../ui/person-field.tsx";
import { HalfDayChoice } from "../check-in/roll-acts.tsx";
import { activityPointsWords } from "./points.words.ts";

type Kind = Correction["change"]["kind"];
const KINDS = ["present", "times", "halfDays", "absent", "covers", "points"] as const satisfies readonly Kind[];

/** What a correction may say; which of it counts depends on its kind. */
interface Change {
  kind: Kind;
  sessionId: string;
  halfDays?: number | undefined;
  checkedInAt?: string | undefined;
  checkedOutAt?: string | undefined;
  excused: boolean;
  covers?: number | undefined;
  /** In points, with two decimals. */
  points?: number | undefined;
}

/** As the API takes it; undefined while something is missing. */
function bodyOf({ kind, sessionId, ...said }: Change): object | undefined {
  const { halfDays, checkedInAt, checkedOutAt, excused, covers, points } = said;
  switch (kind) {
    case "present":
    case "halfDays":
      return halfDays === undefined ? undefined : { kind, sessionId, halfDays };
    case "times":
      return checkedInAt && checkedOutAt ? { kind, sessionId, checkedInAt, checkedOutAt } : undefined;
    case "absent":
      return { kind, sessionId, excused };
    case "covers":
      return covers === undefined ? undefined : { kind, covers };
    case "points":
      return points ? { kind, points: Math.round(points * 100) } : undefined;
  }
}

export function AskCorrection({ activity }: { activity: Activity }) {
  const say = useWords(activityPointsWords);
  const [once, setOnce] = useState(newId);
  const [who, setWho] = useState<Member>();
  const [change, setChange] = useState<Change>({
    kind: "present",
    sessionId: activity.sessions[0]?.id ?? "",
    excused: false,
  });
  const body = bodyOf(change);
  return (
    <ActButton
      width={640}
      ask={say("ask.what")}
      fields={
        <>
          <PersonField label={say("ask.who")} value={who} onChange={setWho} />
          <ChangeFields activity={activity} change={change} onChange={(patch) => setChange({ ...change, ...patch })} />
        </>
      }
      reason="needed"
      ready={who !== undefined && body !== undefined}
      act={(reason) =>
        call("POST /activities/{id}/corrections", {
          path: { id: activity.id },
          once,
          body: { memberId: who?.id, change: body, reason },
        })
      }
      done={say("ask.done")}
      onDone={() => {
        setOnce(newId());
        setWho(undefined);
      }}
    >
      {say("ask")}
    </ActButton>
  );
}

interface FieldsProps {
  activity: Activity;
  change: Change;
  onChange: (patch: Partial<Change>) => void;
}

function ChangeFields({ activity, change, onChange }: FieldsProps) {
  const say = useWords(activityPointsWords);
  const when = useWhen();
  const { kind } = change;
  const ofSession = kind !== "covers" && kind !== "points";
  return (
    <>
      <Field label={say("ask.kind")}>
        {(id) => (
          <Select<Kind>
            id={id}
            className="wide"
            value={kind}
            onChange={(to) => onChange({ kind: to })}
            options={KINDS.map((value) => ({ value, label: say(`kind.${value}`) }))}
          />
        )}
      </Field>
      {ofSession && activity.sessions.length > 1 && (
        <Field label={say("ask.session")}>
          {(id) => (
            <Select<string>
              id={id}
              className="wide"
              value={change.sessionId}
              onChange={(sessionId) => onChange({ sessionId })}
              options={activity.sessions.map((one) => ({
                value: one.id as string,
                label: when.period(one.startsAt, one.endsAt),
              }))}
            />
          )}
        </Field>
      )}
      <Values change={change} onChange={onChange} />
    </>
  );
}

function Values({ change, onChange }: Omit<FieldsProps, "activity">) {
  const say = useWords(activityPointsWords);
  const { kind, halfDays, checkedInAt, checkedOutAt, excused, covers, points } = change;
  if (kind === "present" || kind === "halfDays")
    return <HalfDayChoice value={halfDays} onChange={(to) => onChange({ halfDays: to })} />;
  if (kind === "absent")
    return (
      <Checkbox checked={excused} onChange={({ target }) => onChange({ excused: target.checked })}>
        {say("ask.excused")}
      </Checkbox>
    );
  if (kind === "times")
    return (
      <div className="pair">
        <Field label={say("ask.from")}>
          {(id) => <InstantField id={id} value={checkedInAt} onChange={(to) => onChange({ checkedInAt: to })} />}
        </Field>
        <Field label={say("ask.to")}>
          {(id) => <InstantField id={id} value={checkedOutAt} onChange={(to) => onChange({ checkedOutAt: to })} />}
        </Field>
      </div>
    );
  const isCovers = kind === "covers";
  return (
    <Field label={say(isCovers ? "ask.covers" : "ask.points")}>
      {(id) => (
        <InputNumber
          id={id}
          {...(isCovers ? { min: 0, max: 50, precision: 0 } : { min: -100, max: 100, precision: 2, step: 0.5 })}
          value={(isCovers ? covers : points) ?? null}
          onChange={(to) => onChange(isCovers ? { covers: to ?? undefined } : { points: to ?? undefined })}
        />
      )}
    </Field>
  );
}
