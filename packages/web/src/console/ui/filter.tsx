import { Input, Select } from "antd";
import { useEffect, useState } from "react";
import { useFilters } from "./use-filters.ts";

interface Choice {
  value: string;
  label: string;
}
interface SelectProps {
  /** In the address bar. */
  name: string;
  label: string;
  options: readonly Choice[];
  /** Chosen where the address bar says nothing. */
  otherwise?: string;
  isRequired?: boolean;
}

/** Narrows a list to one of a few. */
export function FilterSelect({ name, label, options, otherwise, isRequired = false }: SelectProps) {
  const [filters, set] = useFilters();
  return (
    <Select<string>
      className="filter"
      aria-label={label}
      placeholder={label}
      allowClear={!isRequired}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      value={(filters[name] ?? otherwise ?? null) as string}
      options={[...options]}
      onChange={(value) => set({ [name]: value })}
    />
  );
}

const PAUSE_MS = 200;

/** Narrows a list to what is typed, once somebody has stopped typing. */
export function FilterSearch({ name, label }: { name: string; label: string }) {
  const [filters, set] = useFilters();
  const there = filters[name] ?? "";
  const [text, setText] = useState(there);
  useEffect(() => setText(there), [there]);
  useEffect(() => {
    const asked = text.trim();
    if (asked === there) return undefined;
    const timer = setTimeout(() => set({ [name]: asked || undefined }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, there, name, set]);
  return (
    <Input
      className="filter-search"
      aria-label={label}
      placeholder={label}
      allowClear
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  );
}
