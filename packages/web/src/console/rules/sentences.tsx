import { decimal } from "@yigong/core/points/decimal.ts";
import { useWords } from "../../shared/words.ts";
import type { Terms } from "./rules.routes.ts";
import { rulesWords } from "./rules.words.ts";

/** A rule set as sentences with its numbers. */
export function Sentences({ terms }: { terms: Terms }) {
  const say = useWords(rulesWords);
  const { gradePoints, preferencePoints } = terms;
  const sentences = [
    say("sentence.attendance", { points: decimal(terms.attendancePoints) }),
    say("sentence.halfDay", { points: decimal(terms.halfDayPoints) }),
    say("sentence.grade", {
      excellent: decimal(gradePoints.excellent),
      good: decimal(gradePoints.good),
      fair: decimal(gradePoints.fair),
      poor: decimal(gradePoints.poor),
    }),
    say("sentence.cover", { points: decimal(terms.coverPoints) }),
    say("sentence.training", { points: decimal(terms.trainingPoints) }),
    say("sentence.floor", { points: decimal(terms.floorPoints) }),
    say("sentence.preference", {
      party: decimal(preferencePoints.partyMember),
      others: decimal(preferencePoints.others),
    }),
    say("sentence.veto"),
  ];
  return (
    <ul className="sentences number">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
