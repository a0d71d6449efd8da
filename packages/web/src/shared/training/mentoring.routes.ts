import type {
  MentoringFiguresView,
  MentoringList,
  MentoringView,
  OwnMentorings,
  RankingListed,
  RankingView,
} from "@yigong/functions/api/mentoring.view.ts";
import type * as z from "zod";

export type Mentoring = z.output<typeof MentoringView>;
export type OwnMentoring = z.output<typeof OwnMentorings>["items"][number];
export type MentoringFigures = z.output<typeof MentoringFiguresView>;
export type RankingInList = z.output<typeof RankingListed>;
export type Ranking = z.output<typeof RankingView>;

interface Officer {
  officer?: { memberId: string; name: string; employeeNumber: string };
}

declare module "../api/routes.ts" {
  interface Answers {
    "GET /me/mentorings": z.output<typeof OwnMentorings>;
    "GET /mentorings": z.output<typeof MentoringList>;
    "POST /mentorings": Mentoring;
    "GET /mentorings/figures": MentoringFigures;
    "POST /mentorings/{id}/consent": Mentoring;
    "POST /mentorings/{id}/decline": Mentoring;
    "POST /mentorings/{id}/end": Mentoring;
    "POST /mentorings/{id}/contacts": Mentoring;
    "POST /mentorings/{id}/help": Mentoring;
    "PUT /mentorings/{id}/term": Mentoring;
    "GET /rankings": { items: RankingInList[] };
    "POST /rankings": Ranking;
    "POST /rankings/preview": { items: { row: number; number: string; rank: string }[] };
    "GET /rankings/{id}": Ranking;
    "DELETE /rankings/{id}": unknown;
    "GET /rankings/officer": Officer;
    "PUT /rankings/officer": Officer;
  }
}
