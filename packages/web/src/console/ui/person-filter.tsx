import { Select } from "antd";
import { useState } from "react";
import type { Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { uiWords } from "./ui.words.ts";

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /members/{id}": Member;
  }
}

interface Props {
  label: string;
  /** A member's id, as the address bar has it. */
  value: string | undefined;
  onChange: (memberId: string | undefined) => void;
}

const FEW = 12;

/** Narrows a list to one person, found by name, pinyin or employee number. */
export function PersonFilter({ label, value, onChange }: Props) {
  const say = useWords(uiWords);
  const [q, setQ] = useState("");
  const asked = q.trim();
  const found = useReading("GET /members", { query: { q: asked, limit: FEW } }, { live: false, enabled: asked !== "" });
  const chosen = useReading(
    "GET /members/{id}",
    { path: { id: value ?? "" } },
    { live: false, enabled: value !== undefined },
  );
  const items = asked === "" ? (chosen.data ? [chosen.data] : []) : (found.data?.items ?? []);
  return (
    <Select<string>
      aria-label={label}
      placeholder={label}
      style={{ minWidth: 180 }}
      showSearch={{ filterOption: false, onSearch: setQ }}
      allowClear
      value={value ?? null}
      loading={found.isFetching}
      notFoundContent={asked === "" ? say("person.hint") : found.data ? say("person.none") : null}
      options={items.map((one) => ({ value: one.id, label: `${one.name} ${one.employeeNumber}` }))}
      onChange={(picked: string | undefined) => {
        onChange(picked);
        setQ("");
      }}
    />
  );
}
