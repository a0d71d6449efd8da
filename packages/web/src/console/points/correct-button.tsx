import { Checkbox, InputNumber, Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { newId } from "../../shared/new-id.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { pointsWords } from "./points.words.ts";

const KINDS = ["present", "halfDays", "absent", "covers", "points"] as const;
type Kind = (typeof KINDS)[number];
interface Wish {
  kind: Kind;
  sessionId?: string;
  count: number;
  points: number;
  excused: boolean;
}

const ofSession = (kind: Kind): boolean => kind === "present" || kind === "halfDays" || kind === "absent";

/** What the API takes for a wish; points are typed with two decimals. */
function changeOf({ kind, sessionId, count, points, excused }: Wish): object {
  if (kind === "points") return { kind, points: Math.round(points * 100) };
  if (kind === "covers") return { kind, covers: count };
  return kind === "absent" ? { kind, sessionId, excused } : { kind, sessionId, halfDays: count };
}

interface Props {
  activityId: string;
  memberId: string;
  objectionId?: string;
}

/** Asks to correct what somebody has from an activity; somebody else approves. */
export function CorrectButton({ activityId, memberId, objectionId }: Props) {
  const say = useWords(pointsWords);
  const [wish, setWish] = useState<Wish>({ kind: "halfDays", count: 1, points: 0, excused: false });
  const [once, setOnce] = useState(newId);
  const ready = ofSession(wish.kind) ? wish.sessionId !== undefined : wish.kind === "covers" || wish.points !== 0;
  return (
    <ActButton
      ask={say("correct.ask")}
      reason="needed"
      fields={<Fields activityId={activityId} wish={wish} onChange={setWish} />}
      ready={ready}
      act={(reason) =>
        call("POST /activities/{id}/corrections", {
          path: { id: activityId },
          once,
          body: { memberId, change: changeOf(wish), reason, ...(objectionId ? { objectionId } : {}) },
        })
      }
      done={say("correct.done")}
      onDone={() => setOnce(newId())}
    >
      {say("correct.do")}
    </ActButton>
  );
}

function Fields({ activityId, wish, onChange }: { activityId: string; wish: Wish; onChange: (wish: Wish) => void }) {
  const say = useWords(pointsWords);
  const when = useWhen();
  const activity = useReading("GET /activities/{id}", { path: { id: activityId } }, { live: false });
  const sessions = activity.data?.sessions ?? [];
  const { kind } = wish;
  return (
    <>
      <Field label={say("correct.kind")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            value={kind}
            options={KINDS.map((value) => ({ value, label: say(`correct.kind.${value}`) }))}
            onChange={(value) => onChange({ ...wish, kind: value })}
          />
        )}
      </Field>
      {ofSession(kind) && (
        <Field label={say("correct.session")}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={wish.sessionId ?? null}
              options={sessions.map(({ id: value, startsAt, endsAt }) => ({
                value,
                label: when.period(startsAt, endsAt),
              }))}
              onChange={(sessionId: string) => onChange({ ...wish, sessionId })}
            />
          )}
        </Field>
      )}
      {kind !== "absent" && <Amount wish={wish} onChange={onChange} />}
      {kind === "absent" && (
        <Checkbox checked={wish.excused} onChange={({ target }) => onChange({ ...wish, excused: target.checked })}>
          {say("correct.excused")}
        </Checkbox>
      )}
    </>
  );
}

function Amount({ wish, onChange }: { wish: Wish; onChange: (wish: Wish) => void }) {
  const say = useWords(pointsWords);
  const { kind } = wish;
  if (kind === "points")
    return (
      <Field label={say("correct.points")}>
        {(id) => (
          <InputNumber
            id={id}
            precision={2}
            step={0.25}
            min={-100}
            max={100}
            value={wish.points}
            onChange={(points) => onChange({ ...wish, points: points ?? 0 })}
          />
        )}
      </Field>
    );
  return (
    <Field label={say(kind === "covers" ? "correct.covers" : "correct.halfDays")}>
      {(id) => (
        <InputNumber
          id={id}
          precision={0}
          min={kind === "covers" ? 0 : 1}
          max={50}
          value={wish.count}
          onChange={(count) => onChange({ ...wish, count: count ?? 1 })}
        />
      )}
    </Field>
  );
}
