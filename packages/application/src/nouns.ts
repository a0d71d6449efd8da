import { activity } from "./activity/index.ts";
import { announcement } from "./announcement/index.ts";
import { archive } from "./archive/index.ts";
import { attendance } from "./attendance/index.ts";
import { audit } from "./audit/index.ts";
import { award } from "./award/index.ts";
import { away } from "./away/index.ts";
import { calendar } from "./calendar/index.ts";
import { campaign } from "./campaign/index.ts";
import { card } from "./card/index.ts";
import { certificate } from "./certificate/index.ts";
import { trainingClass } from "./class/index.ts";
import { contact } from "./contact/index.ts";
import { course } from "./course/index.ts";
import { cover } from "./cover/index.ts";
import { deed } from "./deed/index.ts";
import { expense } from "./expense/index.ts";
import { form } from "./form/index.ts";
import { growth } from "./growth/index.ts";
import { helper } from "./helper/index.ts";
import { identity } from "./identity/index.ts";
import { leave } from "./leave/index.ts";
import { lifecycle } from "./lifecycle/index.ts";
import type { Manifest } from "./manifest/manifest.ts";
import { member } from "./member/index.ts";
import { mentoring } from "./mentoring/index.ts";
import { message } from "./message/index.ts";
import { nomination } from "./nomination/index.ts";
import { organization } from "./organization/index.ts";
import { outbox } from "./outbox/index.ts";
import { participation } from "./participation/index.ts";
import { performance } from "./performance/index.ts";
import { photo } from "./photo/index.ts";
import { points } from "./points/index.ts";
import { policy } from "./policy/index.ts";
import { praise } from "./praise/index.ts";
import { preference } from "./preference/index.ts";
import { proposal } from "./proposal/index.ts";
import { result } from "./result/index.ts";
import { roster } from "./roster/index.ts";
import { satisfaction } from "./satisfaction/index.ts";
import { search } from "./search/index.ts";
import { series } from "./series/index.ts";
import { service } from "./service/index.ts";
import { session } from "./session/index.ts";
import { shift } from "./shift/index.ts";
import { survey } from "./survey/index.ts";
import { todo } from "./todo/index.ts";
import { token } from "./token/index.ts";
import { trainer } from "./trainer/index.ts";
import { workcalendar } from "./workcalendar/index.ts";
import { yearplan } from "./yearplan/index.ts";

/**
 * Every noun of the domain, with its manifest. What core knows of a noun is listed in `core/src/vocabulary.ts`.
 *
 * A noun stands after those whose offers it needs; otherwise `useCases` does not compile.
 */
export const NOUNS = [
  organization,
  audit,
  outbox,
  member,
  identity,
  search,
  session,
  token,
  roster,
  shift,
  away,
  lifecycle,
  activity,
  series,
  service,
  proposal,
  announcement,
  survey,
  contact,
  points,
  participation,
  leave,
  attendance,
  cover,
  archive,
  photo,
  expense,
  helper,
  campaign,
  deed,
  praise,
  result,
  certificate,
  award,
  policy,
  course,
  trainingClass,
  mentoring,
  performance,
  trainer,
  yearplan,
  nomination,
  form,
  growth,
  satisfaction,
  workcalendar,
  preference,
  card,
  message,
  calendar,
  todo,
] as const satisfies readonly Manifest[];
