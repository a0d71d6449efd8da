import { useWhen } from "../use-when.ts";
import { useWords } from "../words.ts";
import type { LongTermService } from "./services.routes.ts";
import { serviceWords } from "./services.words.ts";

type Due = Pick<LongTermService, "dueOn" | "visits">;

/** Says when the next visit is due and when the last one was; late by the reader's own day. */
export function useDue() {
  const say = useWords(serviceWords);
  const when = useWhen();
  const today = new Date().toLocaleDateString("sv-SE");
  const isLate = ({ dueOn }: Due): boolean => dueOn !== undefined && dueOn < today;
  return {
    isLate,
    due: (service: Due): string => {
      if (service.dueOn === undefined) return say("due.none");
      return say(isLate(service) ? "due.late" : "due.by", { day: when.date(service.dueOn) });
    },
    last: ({ visits }: Due): string => {
      const last = visits
        .map(({ day }) => day)
        .sort()
        .at(-1);
      return last ? when.date(last) : say("last.none");
    },
  };
}
