import { InputNumber, Select } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity, Person } from "../../../shared/api/routes.ts";
import { useWords } from "../../../shared/words.ts";
import { type Deed, deedOf } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { useAll } from "../../ui/use-all.ts";
import { currentStage } from "../current-stage.ts";
import { changeWords } from "./change.words.ts";

interface Wanted {
  positionId?: string | undefined;
  headCount?: number | undefined;
  losing: string[];
}

/** The positions of sessions that are not over, with the number of their session. */
const positionsOf = ({ sessions }: Activity, now: number) =>
  sessions.flatMap(({ cancelled, endsAt, positions }, at) =>
    cancelled || Date.parse(endsAt) <= now
      ? []
      : positions.map(({ id, name, headCount }) => ({ id: id as string, name, headCount, number: String(at + 1) })),
  );

const hasPlace = ({ places }: Person, positionId: string | undefined): boolean =>
  places.some((place) => place.positionId === positionId && place.state === "placed");

/** Changes how many a position takes; with fewer than have a place, says who loses theirs. */
export function useHeadCount(activity: Activity, now: number): Deed<unknown> | undefined {
  const say = useWords(changeWords);
  const [wanted, setWanted] = useState<Wanted>({ losing: [] });
  const positions = positionsOf(activity, now);
  const position = positions.find(({ id }) => id === wanted.positionId);
  // Until recruiting ends places are provisional, and the order of signing up decides.
  const chooses = position !== undefined && currentStage(activity) !== "Recruit";
  const path = { id: activity.id };
  const everybody = useAll("GET /activities/{id}/people", { path }, { live: false, enabled: chooses });
  const placed = (everybody.data ?? []).filter((person) => hasPlace(person, wanted.positionId));
  const headCount = wanted.headCount ?? position?.headCount ?? 0;
  const needed = chooses ? Math.max(0, placed.length - headCount) : 0;
  if (positions.length === 0 || currentStage(activity) === "Propose") return undefined;
  return deedOf({
    children: say("count"),
    ask: say("count.ask"),
    width: 560,
    fields: (
      <>
        <PositionChoice {...{ positions, wanted, setWanted, headCount }} />
        {chooses && <p className="quiet">{say("count.placed", { placed: String(placed.length) })}</p>}
        {needed > 0 && (
          <Field label={say("count.losing", { chosen: String(wanted.losing.length), needed: String(needed) })}>
            {(id) => (
              <Select
                id={id}
                className="whole"
                mode="multiple"
                maxCount={needed}
                optionFilterProp="label"
                value={wanted.losing}
                onChange={(losing: string[]) => setWanted({ ...wanted, losing })}
                options={placed.map(({ memberId, name, employeeNumber }) => ({
                  value: memberId,
                  label: `${name} ${employeeNumber}`,
                }))}
              />
            )}
          </Field>
        )}
      </>
    ),
    ready: position !== undefined && headCount !== position.headCount && wanted.losing.length === needed,
    reason: "needed",
    act: (reason) =>
      call("POST /activities/{id}/positions/{positionId}/head-count", {
        path: { ...path, positionId: wanted.positionId ?? "" },
        body: { headCount, losing: wanted.losing, reason, version: activity.version },
      }),
    done: say("count.done"),
    onDone: () => setWanted({ losing: [] }),
  });
}

interface ChoiceProps {
  positions: ReturnType<typeof positionsOf>;
  wanted: Wanted;
  headCount: number;
  setWanted: (to: Wanted) => void;
}

function PositionChoice({ positions, wanted, headCount, setWanted }: ChoiceProps) {
  const say = useWords(changeWords);
  return (
    <>
      <Field label={say("count.position")}>
        {(id) => (
          <Select
            id={id}
            className="whole"
            value={wanted.positionId ?? null}
            onChange={(positionId: string) => setWanted({ positionId, losing: [] })}
            options={positions.map((one) => ({
              value: one.id,
              label: say("count.option", { number: one.number, name: one.name, count: String(one.headCount) }),
            }))}
          />
        )}
      </Field>
      {wanted.positionId && (
        <Field label={say("count.to")}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={5000}
              value={headCount}
              onChange={(to) => setWanted({ ...wanted, headCount: to ?? undefined, losing: [] })}
            />
          )}
        </Field>
      )}
    </>
  );
}
