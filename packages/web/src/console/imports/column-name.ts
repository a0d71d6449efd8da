import type { Language } from "@yigong/core/language/catalogue.ts";
import { COLUMN_LABELS } from "@yigong/core/roster/column-labels.ts";

/** A column of an import in the reader's language; what is none of ours stays as it stands in the file. */
export const columnName = (column: string, language: Language): string => COLUMN_LABELS[column]?.[language] ?? column;
