import type { Proposal } from "../../shared/api/routes.ts";
import type { Said } from "./decisions.ts";

/** What a decision needs to know of what was shown. */
export interface Found extends Pick<Said, "replacements" | "objectionId"> {
  /** The support that a plan asks for. */
  wishes?: Proposal["wishes"];
}

/** What is typed and chosen on a card, kept on the phone until it is sent. */
export const BLANK = {
  reason: "",
  yuan: "",
  search: "",
  adviserId: "",
  adviserName: "",
  teamIds: [] as readonly string[],
};
export type Typed = typeof BLANK;

/** What is said of it to the API; nothing that was left empty. */
export const saidOf = ({ reason, yuan, adviserId, teamIds }: Typed): Omit<Said, "verdict"> => ({
  reason: reason.trim(),
  moneyFen: Math.round(Number(yuan) * 100) || undefined,
  adviserId: adviserId || undefined,
  volunteerTeamIds: teamIds.length > 0 ? teamIds : undefined,
});
