import { recent } from "@yigong/core/lib/reading.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { UseCases } from "../composition/use-cases.ts";
import { routes } from "../lib/edge.ts";
import { activityRoutes } from "./activity.ts";
import { announcementRoutes } from "./announcement.ts";
import { archiveRoutes } from "./archive.ts";
import { attendanceRoutes } from "./attendance.ts";
import { awardRoutes } from "./award.ts";
import { awardObjectionRoutes } from "./award-objection.ts";
import { awardStandingRoutes } from "./award-standing.ts";
import { certificateRoutes } from "./certificate.ts";
import { coverRoutes } from "./cover.ts";
import { deedRoutes } from "./deed.ts";
import { diaryRoutes } from "./diary.ts";
import { leaveRoutes } from "./leave.ts";
import { materialRoutes } from "./material.ts";
import { memberRoutes } from "./member.ts";
import { messageRoutes } from "./message.ts";
import { organizationRoutes } from "./organization.ts";
import { participationRoutes } from "./participation.ts";
import { pointRoutes } from "./points.ts";
import { correctionRoutes } from "./points-correction.ts";
import { exportRoutes } from "./points-export.ts";
import { objectionRoutes } from "./points-objection.ts";
import { ruleRoutes } from "./points-rules.ts";
import { proposalRoutes } from "./proposal.ts";
import { rosterRoutes } from "./roster.ts";
import { shiftRoutes } from "./shift.ts";
import { signedIn } from "./sign-in.ts";
import { surveyRoutes } from "./survey.ts";

/** Who stands behind the ledger's pseudonyms. */
const namesBehind =
  (w: UseCases) =>
  async (pseudonyms: readonly string[]): Promise<Map<string, Member>> => {
    const wanted = new Set(pseudonyms);
    const found = (await w.members.all()).filter(({ pseudonym }) => wanted.has(pseudonym));
    return new Map(found.map((member) => [member.pseudonym, member]));
  };

/** Every route under `/api/v1`; all of them need a signed-in person. Chained, so that a client knows their types. */
export function v1(w: UseCases) {
  const { attendance } = w;
  const find = async (id: string) => (await w.members.getMany([id], recent))[0];
  const signIn = signedIn({ secret: w.secrets.tokens, now: w.now, members: { ...w.members, find }, dayOf: w.dayOf });
  const base = routes();
  base.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  base.use("*", signIn);
  return base
    .route("/", organizationRoutes(w))
    .route("/", memberRoutes(w))
    .route("/", shiftRoutes(w))
    .route("/", rosterRoutes(w))
    .route("/", activityRoutes(w))
    .route("/", proposalRoutes(w))
    .route("/", announcementRoutes(w))
    .route("/", participationRoutes({ ...w, presenceOf: attendance.presenceOf }))
    .route("/", leaveRoutes(w))
    .route("/", coverRoutes(w))
    .route("/", attendanceRoutes(w))
    .route("/", archiveRoutes(w))
    .route("/", materialRoutes(w))
    .route("/", diaryRoutes({ ...w, takesPart: attendance.partakes }))
    .route("/", deedRoutes(w))
    .route("/", surveyRoutes({ ...w, attended: attendance.hasAttended }))
    .route("/", pointRoutes({ ...w, members: { get: w.members.get, byPseudonym: namesBehind(w) } }))
    .route("/", correctionRoutes(w))
    .route("/", objectionRoutes(w))
    .route("/", ruleRoutes(w))
    .route("/", exportRoutes(w))
    .route("/", awardRoutes(w.awardDeps))
    .route("/", awardStandingRoutes(w.awardDeps))
    .route("/", awardObjectionRoutes(w.awardDeps))
    .route("/", certificateRoutes(w))
    .route("/", messageRoutes(w));
}

/** The API's type, for a typed client. */
export type Api = ReturnType<typeof v1>;
