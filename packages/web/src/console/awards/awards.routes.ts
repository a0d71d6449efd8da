import type { Year as YearRow } from "@yigong/core/award/source.ts";
import type * as View from "@yigong/functions/api/award.view.ts";
import type { RunView, StandingView } from "@yigong/functions/api/award.view.ts";
import type { AwardObjectionsView } from "@yigong/functions/api/award-objection.ts";
import type * as z from "zod";
import type { Page } from "../../shared/api/routes.ts";

export type Run = RunView;
export type Honour = z.output<typeof View.HonourView>;
export type Standing = StandingView;
export type Change = z.output<typeof View.ChangeView>;
export type AwardYear = Omit<YearRow, "version">;
export type AwardObjections = z.output<typeof AwardObjectionsView>;

export interface Notice {
  year: number;
  run: number;
  kind: "proposed" | "published";
  title: string;
  paragraphs: string[];
  until: string;
}

/** A certificate as whoever may read all of a year sees it. */
export interface Issued {
  id: string;
  honour: string;
  year: number;
  status: "issued" | "revoked";
  issuedOn: string;
  code: string;
  verificationUrl: string;
  memberId?: string | undefined;
  name?: string | undefined;
  revocation?: { at: string; reason: string } | undefined;
}

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /awards/{year}": AwardYear;
    "PUT /awards/{year}/draw-source": AwardYear;
    "PUT /awards/{year}/draw-value": AwardYear;
    "GET /awards/{year}/notice": Notice;
    "GET /awards/{year}/runs": { items: Run[] };
    "POST /awards/{year}/runs": Run;
    "POST /awards/{year}/runs/{run}/confirmation": Run;
    "POST /awards/{year}/runs/{run}/withdrawal": Run;
    "POST /awards/{year}/runs/{run}/continuation": Run;
    "POST /awards/{year}/runs/{run}/certificates": Run;
    "GET /awards/{year}/runs/{run}/standings": Page<Standing>;
    "GET /awards/{year}/runs/{run}/standings/{id}": Standing;
    "GET /awards/{year}/runs/{run}/changes": Page<Change>;
    "POST /awards/{year}/runs/{run}/objections": unknown;
    "POST /certificates/{id}/revocation": Issued;
  }
}
