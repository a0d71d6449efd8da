import { Refusal } from "../lib/error.ts";
import { type Party, requireOther } from "../permission/party.ts";
import type { Absent, Info } from "./attendance.ts";

const requireAbsent = (row: Info | undefined): Absent => {
  if (row?.state !== "absent")
    throw new Refusal("missing", "absence.missing", "No absence is recorded for this person and session.");
  return row;
};

/**
 * Appeals against an absence, once.
 *
 * @throws `absence.missing`, `absence.excused`, `absence.appealed`
 * @source docs/domain.md lifecycle 3
 */
export function appeal(row: Info | undefined, said: { by: string; at: string; text: string }): Absent {
  const absent = requireAbsent(row);
  if (absent.appeal)
    throw new Refusal(
      "conflict",
      "absence.appealed",
      `This absence was appealed against at ${absent.appeal.at} already.`,
    );
  if (absent.excused)
    throw new Refusal(
      "conflict",
      "absence.excused",
      "This absence is excused already; there is nothing to appeal against.",
    );
  return { ...absent, appeal: said };
}

/**
 * Decides on an appeal; upheld, the absence is excused.
 *
 * @throws `absence.missing`, `absence.not_appealed`, `absence.decided`, `absence.own_record` by who recorded the absence or
 * is its subject
 */
export function decideAppeal(
  row: Info | undefined,
  { upheld, by, deputyFor, at, reason }: Party & { upheld: boolean; at: string; reason: string },
): Absent {
  const absent = requireAbsent(row);
  if (!absent.appeal)
    throw new Refusal("conflict", "absence.not_appealed", "Nobody has appealed against this absence.");
  if (absent.appeal.decided)
    throw new Refusal("conflict", "absence.decided", `This appeal was decided at ${absent.appeal.decided.at}.`);
  requireOther(
    { by, deputyFor },
    [absent.by, absent.byFor, absent.memberId],
    ["absence.own_record", "Somebody else decides than who recorded it, is absent, or acts for one of them."],
  );
  const decided = { upheld, by, at, reason };
  return { ...absent, excused: upheld, appeal: { ...absent.appeal, decided } };
}
