import { fill, type Language } from "../language/catalogue.ts";
import { periodText } from "../language/when.ts";
import { type Kind, Refusal } from "../lib/error.ts";
import { participationFaults } from "./fault.words.ts";

const REASONS = {
  cancelled: ["lifecycle", "conflict"],
  stageClosed: ["lifecycle", "conflict"],
  stageNotOpen: ["lifecycle", "conflict"],
  sessionCancelled: ["participation", "conflict"],
  notVolunteer: ["participation", "forbidden"],
  notInAudience: ["participation", "forbidden"],
  skillsMissing: ["participation", "conflict"],
  skillsExpired: ["participation", "conflict"],
  overlapping: ["participation", "conflict"],
  covering: ["participation", "conflict"],
  leaving: ["participation", "conflict"],
  onLeave: ["participation", "conflict"],
  positionNeeded: ["participation", "invalid"],
  positionUnknown: ["participation", "missing"],
  notOnDuty: ["leave", "conflict"],
  released: ["leave", "conflict"],
  asked: ["leave", "conflict"],
  approved: ["leave", "conflict"],
  evidenceNeeded: ["leave", "invalid"],
  tooLate: ["leave", "conflict"],
} as const satisfies Record<string, readonly [noun: string, kind: Kind]>;

/** One reason why somebody cannot sign up or ask for leave. A value under a name in `Period` is a span `from/to`. */
export interface Fault {
  reason: keyof typeof REASONS;
  code: string;
  params: Readonly<Record<string, string>>;
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A reason by name; its code is the noun that it is about and the name, such as `leave.too_late`. */
export const fault = (reason: Fault["reason"], params: Fault["params"] = {}): Fault => ({
  reason,
  code: `${REASONS[reason][0]}.${snake(reason)}`,
  params,
});

/** A reason in words, with the way on. @param zone - the alliance's time zone */
export function wordsOf({ reason, params }: Fault, language: Language, zone: string): string {
  const spoken = Object.entries(params).map(([name, value]) => {
    const [from = "", to = ""] = value.split("/");
    return [name, name.endsWith("Period") ? periodText(language, from, to, { zone }) : value];
  });
  return fill(participationFaults[language][`participation.fault.${reason}`], Object.fromEntries(spoken));
}

/**
 * One refusal that names every reason; kind and code are those of the first.
 *
 * Its `cause` is `{ faults }`, for an edge that words them in the reader's language.
 */
export function refuseAll(faults: readonly [Fault, ...Fault[]], zone: string): Refusal {
  const english = `${faults.map((one) => wordsOf(one, "en", zone)).join(". ")}.`;
  const chinese = faults.map((one) => wordsOf(one, "zh-CN", zone)).join("；");
  const said = { "zh-CN": "{{reasons}}", en: "{{reasons}}", values: { reasons: { "zh-CN": chinese, en: english } } };
  return new Refusal(REASONS[faults[0].reason][1], faults[0].code, english, { cause: { faults }, said });
}
