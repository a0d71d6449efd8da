import type {
  ClassPeople,
  ClassScreen,
  ClassView,
  OwnClasses,
  OwnSeats,
  TrainingFiguresView,
} from "@yigong/functions/api/class.view.ts";
import type * as z from "zod";
import type { Page } from "../api/routes.ts";

export type TrainingClass = z.output<typeof ClassView>;
export type ClassSession = TrainingClass["sessions"][number];
export type PeopleOfClass = z.output<typeof ClassPeople>;
export type OneOfClass = PeopleOfClass["items"][number];
export type MySeats = z.output<typeof OwnSeats>;
export type TrainingFigures = z.output<typeof TrainingFiguresView>;
export type MyClasses = z.output<typeof OwnClasses>;

declare module "../api/routes.ts" {
  interface Answers {
    "GET /classes": Page<TrainingClass>;
    "POST /classes": TrainingClass;
    "GET /classes/{id}": TrainingClass;
    "GET /training/figures": TrainingFigures;
    "PUT /classes/{id}": TrainingClass;
    "POST /classes/{id}/cancellation": TrainingClass;
    "POST /classes/{id}/sessions/{sessionId}/cancellation": TrainingClass;
    "POST /classes/{id}/close": TrainingClass;
    "GET /classes/{id}/people": PeopleOfClass;
    "GET /classes/{id}/seats/me": MySeats;
    "PUT /classes/{id}/seats/me": MySeats;
    "DELETE /classes/{id}/seats/me": MySeats;
    "GET /me/classes": MyClasses;
    "GET /classes/{id}/sessions/{sessionId}/code": z.output<typeof ClassScreen>;
    "POST /classes/{id}/sessions/{sessionId}/check-in": unknown;
    "POST /classes/{id}/sessions/{sessionId}/attendances": PeopleOfClass;
    "POST /classes/{id}/sessions/{sessionId}/attendances/{memberId}/void": PeopleOfClass;
    "POST /classes/{id}/sessions/{sessionId}/attendances/{memberId}/correction": PeopleOfClass;
    "POST /classes/{id}/sessions/{sessionId}/attendances/{memberId}/correction/decision": PeopleOfClass;
    "POST /classes/{id}/results": PeopleOfClass;
    "POST /classes/{id}/results/{memberId}/correction": PeopleOfClass;
  }
}
