import * as z from "zod";
import { documents, nested } from "../lib/documents.ts";
import { attendanceRefusal } from "./attendance.refusals.ts";
import * as Attendance from "./attendance.ts";
import * as BackEntry from "./back-entry.ts";
import * as PaperSheet from "./paper-sheet.ts";
import * as Tries from "./tries.ts";

const attributes = { activityId: "string", sessionId: "string", memberId: "string", version: "number" } as const;
const pk = "activity#${activityId}";
const itemOf = ({ activityId, sessionId, memberId, version }: Attendance.Key & { version: number }) => ({
  activityId,
  sessionId,
  memberId,
  version,
});

/** One item for each member and session of whom something is known. No index: it is always asked for by activity. */
export const attendanceDocuments = documents({
  entity: "attendance",
  schema: Attendance.Info,
  attributes,
  key: { pk, sk: "attendance#${sessionId}#${memberId}" },
  itemOf,
});

/** One item for each back entry that was asked for. */
export const backEntryDocuments = documents({
  entity: "backEntry",
  schema: BackEntry.Info,
  attributes,
  key: { pk, sk: "backentry#${sessionId}#${memberId}" },
  itemOf,
  missing: () => attendanceRefusal("attendance.back_entry_missing"),
});

/** One item for each session of which a sheet on paper was typed in late. */
export const paperSheetDocuments = documents({
  entity: "paperSheet",
  schema: PaperSheet.Info,
  attributes: { activityId: "string", sessionId: "string", version: "number" },
  key: { pk, sk: "papersheet#${sessionId}" },
  itemOf: ({ activityId, sessionId, version }) => ({ activityId, sessionId, version }),
  missing: () => attendanceRefusal("attendance.sheet_missing"),
});

const OwnTries = Tries.Info.extend({ activityId: z.string(), memberId: z.string() });

/** One item for each member who tried a wrong code in an activity. */
export const triesDocuments = documents({
  entity: "checkInTries",
  schema: nested(OwnTries),
  attributes: { activityId: "string", memberId: "string", version: "number", row: "json" },
  key: { pk, sk: "checkintries#${memberId}" },
  body: "none",
  itemOf: ({ activityId, memberId, ...row }) => ({ activityId, memberId, version: row.version, row }),
});
