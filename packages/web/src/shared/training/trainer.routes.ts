import type {
  DepartmentEmployees,
  ListedNomination,
  NominationView,
  OwnNomination,
  ScoresPreview,
} from "@yigong/functions/api/nomination.view.ts";
import type { AppointmentsView, TrainersView } from "@yigong/functions/api/trainer.view.ts";
import type { YearplanView } from "@yigong/functions/api/yearplan.view.ts";
import type * as z from "zod";
import type { Page } from "../api/routes.ts";

export type Trainers = z.output<typeof TrainersView>;
export type Appointments = z.output<typeof AppointmentsView>;
export type YearPlan = z.output<typeof YearplanView>;
export type NominationInList = z.output<typeof ListedNomination>;
export type Nomination = z.output<typeof NominationView>;
export type MyNomination = z.output<typeof OwnNomination>;
export type Scores = z.output<typeof ScoresPreview>;

declare module "../api/routes.ts" {
  interface Answers {
    "GET /trainers": Trainers;
    "GET /trainers/{memberId}": Appointments;
    "POST /trainers/{memberId}/appointments": Appointments;
    "POST /trainers/{memberId}/appointments/{from}/end": Appointments;
    "GET /training-plans/{year}": YearPlan;
    "PUT /training-plans/{year}/teams/{teamId}": YearPlan;
    "GET /nominations": Page<NominationInList>;
    "POST /nominations": Nomination;
    "GET /nominations/{id}": Nomination;
    "GET /nominations/{id}/mine": MyNomination;
    "GET /nominations/{id}/employees": z.output<typeof DepartmentEmployees>;
    "PUT /nominations/{id}/candidates": Nomination;
    "POST /nominations/{id}/scores/preview": Scores;
    "POST /nominations/{id}/draw": Nomination;
    "POST /nominations/{id}/decision": Nomination;
    "POST /nominations/{id}/withdrawal": Nomination;
  }
}
