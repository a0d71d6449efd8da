import { useWords } from "../../shared/words.ts";
import { useNow } from "../ui/use-now.ts";
import { activityPageWords } from "./activity.words.ts";
import { leftUntil } from "./left.ts";

/** Says how long it is until an instant, or since it. */
export function useLeft() {
  const say = useWords(activityPageWords);
  const now = useNow();
  return {
    now,
    say: (at: string): string => {
      const { late, unit, count } = leftUntil(at, now);
      return late && unit === "minutes"
        ? say("late.minutes")
        : say(`${late ? "late" : "left"}.${unit}`, { count: String(count) } as never);
    },
  };
}
