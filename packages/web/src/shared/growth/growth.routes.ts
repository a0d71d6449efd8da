import type { AskedForm, FormResults, OpenedForm } from "@yigong/functions/api/form.view.ts";
import type {
  CourseFeedback,
  ListedProgramme,
  MarksAsked,
  OwnProgramme as Own,
  ProgrammeLevels,
  ProgrammeView,
} from "@yigong/functions/api/growth.view.ts";
import type { SatisfactionYears } from "@yigong/functions/api/satisfaction.view.ts";
import type * as z from "zod";
import type { Page } from "../api/routes.ts";

export type Form = z.output<typeof AskedForm>;
export type Results = z.output<typeof FormResults>;
export type Programme = z.output<typeof ProgrammeView>;
export type ProgrammeInList = z.output<typeof ListedProgramme>;
export type OwnProgramme = z.output<typeof Own>;
export type Levels = z.output<typeof ProgrammeLevels>;
export type Feedback = z.output<typeof CourseFeedback>;
export type Satisfaction = z.output<typeof SatisfactionYears>;

declare module "../api/routes.ts" {
  interface Answers {
    "GET /forms/{id}": Form;
    "POST /forms/{id}/answers": Form;
    "POST /forms/{id}/call-off": z.output<typeof OpenedForm>;
    "GET /programmes": Page<ProgrammeInList>;
    "POST /programmes": Programme;
    "GET /programmes/{id}": Programme;
    "PUT /programmes/{id}": Programme;
    "GET /programmes/{id}/levels": Levels;
    "GET /programmes/{id}/own": OwnProgramme;
    "POST /programmes/{id}/ratings": OwnProgramme;
    "POST /programmes/{id}/ratings/{memberId}": OwnProgramme;
    "GET /activities/{id}/growth-marks": z.output<typeof MarksAsked>;
    "POST /programmes/{id}/marks": unknown;
    "POST /programmes/{id}/class-forms": unknown;
    "POST /programmes/{id}/group-forms": unknown;
    "GET /courses/{id}/feedback": Feedback;
    "GET /satisfaction": Satisfaction;
    "POST /satisfaction/{year}": Satisfaction;
    "PUT /satisfaction/{year}": Satisfaction;
    "POST /satisfaction/{year}/survey": Satisfaction;
  }
}
