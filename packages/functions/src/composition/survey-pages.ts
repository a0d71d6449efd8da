import { recent } from "@yigong/core/lib/reading.ts";
import { surveyPages } from "../pages/survey.tsx";
import type { UseCases } from "./use-cases.ts";

/** The pages on which served clients answer. */
export const surveyPagesOf = (w: UseCases) =>
  surveyPages({ ...w, settings: () => w.settings.get(recent), random: () => w.random(32) });
