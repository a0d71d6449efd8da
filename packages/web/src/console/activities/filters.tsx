import { Checkbox, DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { useEffect, useState } from "react";
import type { Activity } from "../../shared/api/routes.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { useFilters } from "../ui/use-filters.ts";
import { activitiesWords } from "./activities.words.ts";

export const STATUSES = [
  "proposing",
  "recruiting",
  "covering",
  "executing",
  "archiving",
  "surveying",
  "awarding",
  "done",
  "cancelled",
] as const satisfies readonly Activity["status"][];
const ORIGINS = ["alliance", "team", "self"] as const satisfies readonly Activity["origin"][];

const TYPING_MS = 250;

/** What the activities are narrowed to; a board has its stages, a calendar its days. */
export function ActivityFilters({ without = [] }: { without?: readonly ("status" | "days")[] }) {
  const say = useWords(activitiesWords);
  const word = useDomainWords();
  const [{ status, origin, from, to, mine }, set] = useFilters();
  return (
    <>
      <Find />
      {!without.includes("status") && (
        <Select
          allowClear
          aria-label={say("filter.status")}
          placeholder={say("filter.status")}
          className="filter-choice"
          popupMatchSelectWidth={false}
          value={status ?? null}
          onChange={(value: string | null) => set({ status: value ?? undefined })}
          options={STATUSES.map((value) => ({ value, label: word(`activity.status.${value}`) }))}
        />
      )}
      <Select
        allowClear
        aria-label={say("filter.origin")}
        placeholder={say("filter.origin")}
        className="filter-choice"
        popupMatchSelectWidth={false}
        value={origin ?? null}
        onChange={(value: string | null) => set({ origin: value ?? undefined })}
        options={ORIGINS.map((value) => ({ value, label: word(`activity.origin.${value}`) }))}
      />
      {!without.includes("days") && (
        <DatePicker.RangePicker
          aria-label={say("filter.days")}
          className="filter-days"
          allowEmpty={[true, true]}
          placeholder={[say("filter.from"), say("filter.to")]}
          value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
          onChange={(days) => set({ from: days?.[0]?.format("YYYY-MM-DD"), to: days?.[1]?.format("YYYY-MM-DD") })}
        />
      )}
      <Checkbox checked={mine === "true"} onChange={({ target }) => set({ mine: target.checked ? "true" : undefined })}>
        {say("filter.mine")}
      </Checkbox>
    </>
  );
}

/** What was typed goes into the address bar once typing pauses. */
function Find() {
  const say = useWords(activitiesWords);
  const [{ q = "" }, set] = useFilters();
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    const said = text.trim();
    if (said === q) return undefined;
    const timer = setTimeout(() => set({ q: said || undefined }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, q, set]);
  return (
    <Input
      allowClear
      className="filter-find"
      aria-label={say("filter.q")}
      placeholder={say("filter.q.hint")}
      maxLength={60}
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  );
}
