import { useWords } from "../../shared/words.ts";
import type { ListedSeries } from "./series.routes.ts";
import { seriesWords } from "./series.words.ts";

type Rule = ListedSeries["rule"];
type Weekday = "1" | "2" | "3" | "4" | "5" | "6" | "7";

/** Says how a series repeats. */
export function useRule(): (rule: Rule) => string {
  const say = useWords(seriesWords);
  const weekday = (number: number) => say(`weekday.${String(number) as Weekday}`);
  return (rule) => {
    if (rule.kind === "monthlyOnDay") return say("every.month", { day: String(rule.day) });
    if (rule.kind === "monthlyOnWeekday")
      return rule.nth === -1
        ? say("every.last", { weekday: weekday(rule.weekday) })
        : say("every.nth", { nth: String(rule.nth), weekday: weekday(rule.weekday) });
    const { everyWeeks, weekdays } = rule;
    const every = everyWeeks === 1 ? say("every.week") : say("every.weeks", { count: String(everyWeeks) });
    return `${every} · ${[...weekdays].sort().map(weekday).join(" ")}`;
  };
}
