import { fill, type Language } from "../language/catalogue.ts";
import { participationFaults } from "../language/participation-fault.ts";
import { periodText } from "../language/when.ts";
import { type Kind, Refusal } from "../lib/error.ts";

const KINDS = {
  cancelled: "conflict",
  stageClosed: "conflict",
  stageNotOpen: "conflict",
  notVolunteer: "forbidden",
  notInAudience: "forbidden",
  skillsMissing: "conflict",
  overlapping: "conflict",
  onLeave: "conflict",
  positionNeeded: "invalid",
  positionUnknown: "missing",
} as const satisfies Record<string, Kind>;

/** One reason why somebody cannot sign up. A value under a name in `Period` is a span `from/to`. */
export interface Fault {
  reason: keyof typeof KINDS;
  code: string;
  params: Readonly<Record<string, string>>;
}

const LIFECYCLE = new Set(["cancelled", "stageClosed", "stageNotOpen"]);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A reason by name; its code is `participation.` or, about the stage, `lifecycle.` and the name. */
export const fault = (reason: Fault["reason"], params: Fault["params"] = {}): Fault => ({
  reason,
  code: `${LIFECYCLE.has(reason) ? "lifecycle" : "participation"}.${snake(reason)}`,
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
  const message = `${faults.map((one) => wordsOf(one, "en", zone)).join(". ")}.`;
  return new Refusal(KINDS[faults[0].reason], faults[0].code, message, { cause: { faults } });
}
