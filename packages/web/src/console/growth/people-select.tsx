import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";

interface Props {
  id: string;
  value: string[];
  onChange: (memberIds: string[]) => void;
  /** How those are called who are chosen already. */
  known: readonly { memberId: string; name: string; employeeNumber: string }[];
  most: number;
}

const FOUND = 20;

/** Several people of the roster, found by name, pinyin, initials or employee number. */
export function PeopleSelect({ id, value, onChange, known, most }: Props) {
  const [q, setQ] = useState("");
  const [seen, setSeen] = useState(() => new Map(known.map((one) => [one.memberId, labelOf(one)])));
  const { data } = useQuery({
    queryKey: ["people-select", q.trim()],
    queryFn: ({ signal }) => call("GET /members", { query: { q: q.trim() || undefined, limit: FOUND }, signal }),
    placeholderData: (before) => before,
  });
  const found = new Map((data?.items ?? []).map((one) => [one.id as string, labelOf(one)]));
  const options = [...new Map([...value.map((one) => [one, seen.get(one) ?? one] as const), ...found])];
  return (
    <Select<string[]>
      id={id}
      className="wide"
      mode="multiple"
      maxCount={most}
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={value}
      options={options.map(([memberId, label]) => ({ value: memberId, label }))}
      onChange={(chosen) => {
        setSeen((before) => new Map([...before, ...found]));
        onChange(chosen);
      }}
    />
  );
}

const labelOf = ({ name, employeeNumber }: { name: string; employeeNumber: string }) => `${name} ${employeeNumber}`;
