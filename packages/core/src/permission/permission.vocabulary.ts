import type { NounVocabulary } from "../noun-vocabulary.ts";
import { permissionWords } from "./permission.words.ts";

/** Internal: who holds which office is known in the company. */
export const permissionVocabulary = {
  privacyClass: 1,
  actions: {
    "role.grant": ["administrator"],
    "role.deputize": ["administrator", "own"],
  },
  words: [permissionWords],
} as const satisfies NounVocabulary;
