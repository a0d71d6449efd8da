import type { NounVocabulary } from "../noun-vocabulary.ts";
import { photoWords } from "./photo.words.ts";

/** Sensitive: what proves a request for leave may show an illness. Who may see a photo follows from what it belongs to. */
export const photoVocabulary = {
  privacyClass: 3,
  words: [photoWords],
  effects: ({ string }) => ({
    /** It was uploaded and is to be checked, or it was removed and its bytes are to go. */
    "photo.process": { activityId: string(), owner: string(), photoId: string() },
  }),
} as const satisfies NounVocabulary;
