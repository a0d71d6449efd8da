import { Checkbox, Select } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useWords } from "../../../shared/words.ts";
import { type Deed, deedOf } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { useUnits } from "../../ui/use-units.ts";
import { currentStage } from "../current-stage.ts";
import { changeWords } from "./change.words.ts";

interface Added {
  everybody: boolean;
  branchIds: string[];
  teamIds: string[];
}
const NOTHING: Added = { everybody: false, branchIds: [], teamIds: [] };

/** Means an activity for more people while they are recruited. */
export function useWiden(activity: Activity): Deed<unknown> | undefined {
  const say = useWords(changeWords);
  const units = useUnits();
  const [added, setAdded] = useState(NOTHING);
  const stage = currentStage(activity);
  const { branchIds, teamIds } = activity.audience;
  const isEverybody = branchIds.length + teamIds.length === 0;
  if (isEverybody || (stage !== "Propose" && stage !== "Recruit")) return undefined;
  const more = (kind: "branch" | "team", known: readonly string[]) =>
    units
      .of(kind)
      .filter(({ id, endedOn }) => endedOn === undefined && !known.includes(id))
      .map(({ id, name }) => ({ value: id as string, label: name }));
  const choices = [
    { key: "branchIds", label: say("widen.branches"), options: more("branch", branchIds) },
    { key: "teamIds", label: say("widen.teams"), options: more("team", teamIds) },
  ] as const;
  return deedOf({
    children: say("widen"),
    ask: say("widen.ask"),
    fields: (
      <>
        <Checkbox
          checked={added.everybody}
          onChange={({ target }) => setAdded({ ...added, everybody: target.checked })}
        >
          {say("widen.everybody")}
        </Checkbox>
        {!added.everybody &&
          choices.map(({ key, label, options }) => (
            <Field key={key} label={label}>
              {(id) => (
                <Select
                  id={id}
                  className="whole"
                  mode="multiple"
                  optionFilterProp="label"
                  value={added[key]}
                  onChange={(ids: string[]) => setAdded({ ...added, [key]: ids })}
                  options={options}
                />
              )}
            </Field>
          ))}
      </>
    ),
    ready: added.everybody || added.branchIds.length + added.teamIds.length > 0,
    reason: "optional",
    act: (reason) => {
      const wider = added.everybody
        ? { branchIds: [], teamIds: [] }
        : { branchIds: [...branchIds, ...added.branchIds], teamIds: [...teamIds, ...added.teamIds] };
      return call("POST /activities/{id}/audience", {
        path: { id: activity.id },
        body: { ...wider, version: activity.version, ...(reason ? { reason } : {}) },
      });
    },
    done: say("widen.done"),
    onDone: () => setAdded(NOTHING),
  });
}
