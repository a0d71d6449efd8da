import { useWords } from "../../../shared/words.ts";
import { newWords } from "./new.words.ts";

/** What fields are called, by path; any place in a list is `*`. */
const LABELS = {
  teamId: "team",
  title: "name",
  description: "description",
  place: "place",
  risks: "risks",
  insurance: "insurance",
  "insurance.text": "insurance.text",
  "contact.name": "contact.name",
  "contact.phone": "contact.phone",
  recruitUntil: "recruitUntil",
  coverUntil: "coverUntil",
  minimumPeople: "minimumPeople",
  surveyDays: "surveyDays",
  programme: "programme",
  branchId: "branch",
  "audience.branchIds": "branches",
  "audience.teamIds": "teams",
  "servedParty.description": "served.description",
  "servedParty.reason": "served.reason",
  "sessions.*.startsAt": "session.start",
  "sessions.*.endsAt": "session.end",
  "sessions.*.positions.*.name": "position",
  "sessions.*.positions.*.headCount": "position.count",
  "sessions.*.positions.*.requiredSkills": "position.skills",
  "proposal.plan": "plan",
  "proposal.wishes.moneyFen": "money",
  "proposal.wishes.volunteers.teamIds": "volunteer.teams",
  "proposal.wishes.volunteers.headCount": "volunteer.count",
} as const;

const isKnown = (path: string): path is keyof typeof LABELS => Object.hasOwn(LABELS, path);

/** What the field of a problem is called; nothing for a whole part. */
export function useLabelOf() {
  const say = useWords(newWords);
  return (path: string): string | undefined => {
    const known = path.replace(/\.\d+(?=\.|$)/g, ".*");
    return isKnown(known) ? say(LABELS[known]) : undefined;
  };
}
