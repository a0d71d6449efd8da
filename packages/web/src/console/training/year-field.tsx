import { Select } from "antd";
import { classPageWords } from "../../shared/training/class.words.ts";
import { useWords } from "../../shared/words.ts";
import { useFilters } from "../ui/use-filters.ts";

const YEARS = 20;
const thisYear = () => new Date().getFullYear();

/** The year that the address bar has, or this one. */
export function useYear(): [string, (year: string) => void] {
  const [{ year = String(thisYear()) }, set] = useFilters();
  return [year, (chosen) => set({ year: chosen })];
}

export function YearField() {
  const say = useWords(classPageWords);
  const [year, setYear] = useYear();
  const years = Array.from({ length: YEARS }, (_, at) => String(thisYear() + 1 - at));
  return (
    <Select
      aria-label={say("year")}
      value={year}
      onChange={setYear}
      options={years.map((value) => ({ value, label: value }))}
    />
  );
}
