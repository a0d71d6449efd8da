import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWords } from "../../shared/words.ts";
import { uiWords } from "./ui.words.ts";

/** Who reads the whole roster. */
const READERS: readonly string[] = ["administrator", "alliance", "committee", "organizer", "auditor"];

interface Props {
  id?: string;
  value: string | undefined;
  onChange: (memberId: string | undefined) => void;
  /** How whoever is chosen already is called. */
  known?: { memberId: string; name: string; employeeNumber: string } | undefined;
  label?: string;
}

/** Somebody of the roster, found by name, pinyin, initials or employee number. */
export function PersonSelect({ id, value, onChange, known, label }: Props) {
  const say = useWords(uiWords);
  const [q, setQ] = useState("");
  const asked = q.trim();
  // A role of a unit shows no roster: who holds one finds colleagues by what they type.
  const isWhole = useMe()?.roles.some(({ role, scope }) => scope.kind === "all" && READERS.includes(role)) ?? false;
  const { data } = useQuery({
    queryKey: ["person-select", isWhole, asked],
    queryFn: ({ signal }) =>
      isWhole
        ? call("GET /members", { query: { q: asked || undefined, limit: 20 }, signal })
        : call("GET /colleagues", { query: { q: asked }, signal }),
    enabled: isWhole || asked !== "",
    placeholderData: (before) => before,
  });
  const found = (data?.items ?? []).map((one) => ({ value: one.id, label: `${one.name} ${one.employeeNumber}` }));
  const current =
    known && !found.some((one) => one.value === known.memberId)
      ? [{ value: known.memberId, label: `${known.name} ${known.employeeNumber}` }]
      : [];
  return (
    <Select<string>
      {...(id ? { id } : {})}
      {...(label ? { "aria-label": label } : {})}
      className="wide"
      placeholder={label ?? say("person.find")}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={(value ?? null) as string}
      options={[...current, ...found]}
      onChange={(chosen) => onChange(chosen)}
    />
  );
}
