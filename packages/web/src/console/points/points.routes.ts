import type { CorrectionsView, CorrectionView } from "@yigong/functions/api/points-correction.ts";
import type { ObjectionsView } from "@yigong/functions/api/points-objection.ts";
import type * as z from "zod";

export type Objections = z.output<typeof ObjectionsView>;
export type Corrections = z.output<typeof CorrectionsView>;
export type PointCorrection = z.output<typeof CorrectionView>;

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /points/objections": Objections;
  }
}
