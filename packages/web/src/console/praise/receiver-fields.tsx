import { Select } from "antd";
import { useState } from "react";
import { useReading } from "../../shared/api/use-reading.ts";
import { praiseWords } from "../../shared/praise/praise.words.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "../ui/field.tsx";
import { PersonSelect } from "../ui/person-select.tsx";
import { useUnits } from "../units/use-units.ts";

/** Whom praise is for, as far as it was chosen. */
export type To =
  | { kind: "member"; memberId?: string | undefined }
  | { kind: "team"; teamId?: string | undefined }
  | { kind: "activity"; activityId?: string | undefined };

interface Props {
  to: To;
  onChange: (to: To) => void;
}

/** Chooses the person, the team or the activity. */
export function ReceiverFields({ to, onChange }: Props) {
  const say = useWords(praiseWords);
  const units = useUnits();
  return (
    <Field label={say("to.whom")}>
      {(id) => {
        if (to.kind === "member")
          return (
            <PersonSelect id={id} value={to.memberId} onChange={(memberId) => onChange({ kind: "member", memberId })} />
          );
        if (to.kind === "team")
          return (
            <Select<string>
              id={id}
              className="wide"
              placeholder={say("to.choose")}
              value={to.teamId ?? null}
              options={units.of("team")}
              onChange={(teamId) => onChange({ kind: "team", teamId })}
            />
          );
        return (
          <ActivitySelect
            id={id}
            value={to.activityId}
            onChange={(activityId) => onChange({ kind: "activity", activityId })}
          />
        );
      }}
    </Field>
  );
}

interface Choosing {
  id: string;
  value: string | undefined;
  onChange: (activityId: string) => void;
}

/** Finds an activity by a part of its title, its pinyin or initials. */
function ActivitySelect({ id, value, onChange }: Choosing) {
  const say = useWords(praiseWords);
  const [typed, setTyped] = useState("");
  const q = typed.trim();
  const { data } = useReading(
    "GET /activities",
    { query: { limit: 50, ...(q && { q }) } },
    { live: false, keep: true },
  );
  return (
    <Select<string>
      id={id}
      className="wide"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={say("to.choose")}
      value={value ?? null}
      options={(data?.items ?? []).map(({ id: activityId, title }) => ({ value: activityId as string, label: title }))}
      onChange={onChange}
    />
  );
}
