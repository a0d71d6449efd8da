import { documents } from "../lib/documents.ts";
import { archiveRefusal } from "./archive.refusals.ts";
import * as Archive from "./archive.ts";
import * as Diary from "./diary.ts";
import * as Material from "./material.ts";
import * as Register from "./register.ts";

const pk = "activity#${activityId}";

/** The one archive of an activity; until something is written it is an empty draft. */
export const archiveDocuments = documents({
  entity: "archive",
  schema: Archive.Info,
  attributes: { activityId: "string", version: "number" },
  key: { pk, sk: "archive" },
  itemOf: ({ activityId, version }) => ({ activityId, version }),
  empty: ({ activityId }) => Archive.empty(activityId),
  first: "key",
});

export const materialDocuments = documents({
  entity: "material",
  schema: Material.Info,
  attributes: { activityId: "string", materialId: "string", status: "string" },
  key: { pk, sk: "material#${materialId}" },
  guard: "status",
  itemOf: ({ activityId, id: materialId, status }) => ({ activityId, materialId, status }),
  missing: () => archiveRefusal("material.missing"),
});

export const diaryDocuments = documents({
  entity: "diary",
  schema: Diary.Info,
  attributes: { activityId: "string", authorId: "string", diaryId: "string", version: "number" },
  key: { pk, sk: "diary#${authorId}#${diaryId}" },
  itemOf: ({ activityId, authorId, id: diaryId, version }) => ({ activityId, authorId, diaryId, version }),
  missing: () => archiveRefusal("diary.missing"),
});

/** The lines of the registers; a number is drawn by creating its line. */
export const entryDocuments = documents({
  entity: "registerEntry",
  schema: Register.Entry,
  attributes: { owner: "string", year: "number", number: { digits: 6 } },
  key: { pk: "register#${owner}", sk: "${year}#${number}" },
  itemOf: ({ owner, year, number }) => ({ owner, year, number }),
});
