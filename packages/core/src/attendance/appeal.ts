import { type Party, requireOther } from "../permission/party.ts";
import { attendanceRefusal } from "./attendance.refusals.ts";
import type { Absent, Info } from "./attendance.ts";

const requireAbsent = (row: Info | undefined): Absent => {
  if (row?.state !== "absent") throw attendanceRefusal("absence.missing");
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
  if (absent.appeal) throw attendanceRefusal("absence.appealed", { at: absent.appeal.at });
  if (absent.excused) throw attendanceRefusal("absence.excused");
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
  if (!absent.appeal) throw attendanceRefusal("absence.not_appealed");
  if (absent.appeal.decided) throw attendanceRefusal("absence.decided", { at: absent.appeal.decided.at });
  requireOther({ by, deputyFor }, [absent.by, absent.byFor, absent.memberId], () =>
    attendanceRefusal("absence.own_record"),
  );
  const decided = { upheld, by, at, reason };
  return { ...absent, excused: upheld, appeal: { ...absent.appeal, decided } };
}
