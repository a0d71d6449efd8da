import { Select } from "antd";
import { useState } from "react";
import type { Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "./field.tsx";
import { uiWords } from "./ui.words.ts";

interface Props {
  label?: string;
  value: Member | undefined;
  onChange: (who: Member | undefined) => void;
}

const FEW = 12;

/** Finds one person by name, pinyin or employee number. */
export function PersonField({ label, value, onChange }: Props) {
  const say = useWords(uiWords);
  const [q, setQ] = useState("");
  const asked = q.trim();
  const found = useReading("GET /members", { query: { q: asked, limit: FEW } }, { live: false, enabled: asked !== "" });
  const items = asked === "" ? (value ? [value] : []) : (found.data?.items ?? []);
  return (
    <Field label={label ?? say("person.label")}>
      {(id) => (
        <Select<string>
          id={id}
          className="wide"
          showSearch={{ filterOption: false, onSearch: setQ }}
          allowClear
          placeholder={say("person.hint")}
          value={value?.id ?? null}
          loading={found.isFetching}
          notFoundContent={asked === "" ? say("person.hint") : found.data ? say("person.none") : null}
          options={items.map((one) => ({ value: one.id, label: `${one.name} ${one.employeeNumber}` }))}
          onChange={(chosen) => {
            onChange(items.find((one) => one.id === chosen));
            setQ("");
          }}
        />
      )}
    </Field>
  );
}
