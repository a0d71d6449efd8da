import { Checkbox, Input, Select } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "../ui/field.tsx";
import type { Honour, Run } from "./awards.routes.ts";
import { awardsWords } from "./awards.words.ts";
import { pathOf } from "./use-year.ts";

export interface Replacement {
  out: string;
  in: string;
  reason: string;
}

const SHORTEST = 10;
export const isWhole = ({ in: chosen, reason }: Replacement): boolean =>
  chosen !== "" && reason.trim().length >= SHORTEST;

/** The replacements that a list was proposed with. */
export const replacedIn = (honours: readonly Honour[]): Replacement[] =>
  honours.flatMap(({ memberId, instead }) =>
    instead ? [{ out: instead.memberId, in: memberId, reason: instead.reason }] : [],
  );

interface Props {
  run: Run;
  value: readonly Replacement[];
  onChange: (value: readonly Replacement[]) => void;
}

/** The computed five, each of whom may be replaced with a reason. */
export function ReplaceFields({ run, value, onChange }: Props) {
  const say = useWords(awardsWords);
  const toggle = (out: string, on: boolean) =>
    onChange(on ? [...value, { out, in: "", reason: "" }] : value.filter((one) => one.out !== out));
  return (
    <div className="award-five">
      {(run.computed ?? []).map(({ place, memberId, name, employeeNumber, points }) => {
        const replacement = value.find(({ out }) => out === memberId);
        return (
          <div key={memberId}>
            <Checkbox
              checked={replacement !== undefined}
              onChange={({ target }) => toggle(memberId, target.checked)}
              aria-label={`${say("replace.do")} ${name}`}
            >
              {say("replace.do")}
            </Checkbox>
            <span>
              {place}. {name} <span className="quiet number">{employeeNumber}</span> · {points}
            </span>
            {replacement && (
              <Replace
                run={run}
                value={replacement}
                onChange={(next) => onChange(value.map((one) => (one.out === memberId ? next : one)))}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

function Replace({ run, value, onChange }: { run: Run; value: Replacement; onChange: (value: Replacement) => void }) {
  const say = useWords(awardsWords);
  const candidates = useReading(
    "GET /awards/{year}/runs/{run}/standings",
    { path: pathOf(run), query: { only: "candidate", limit: 200 } },
    { live: false },
  );
  const placed = new Set(run.computed?.map(({ memberId }) => memberId));
  return (
    <>
      <Field label={say("replace.by")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            showSearch={{ optionFilterProp: "label" }}
            loading={candidates.isPending}
            value={value.in || null}
            notFoundContent={say("replace.none")}
            options={(candidates.data?.items ?? [])
              .filter(({ memberId }) => !placed.has(memberId))
              .map(({ memberId, name, employeeNumber = "", points }) => ({
                value: memberId,
                label: `${name} ${employeeNumber} · ${points}`,
              }))}
            onChange={(chosen: string) => onChange({ ...value, in: chosen })}
          />
        )}
      </Field>
      <Field label={say("replace.reason")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={1000}
            value={value.reason}
            onChange={({ target }) => onChange({ ...value, reason: target.value })}
          />
        )}
      </Field>
    </>
  );
}
