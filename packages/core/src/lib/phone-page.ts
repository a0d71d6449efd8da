/** What one person decides about another's: each kind is one card. */
export const APPROVALS = [
  "leave",
  "cover",
  "proposal",
  "correction",
  "backEntry",
  "paperSheet",
  "objection",
  "appeal",
  "award",
  "awardObjection",
  "accountRequest",
  "away",
  "deed",
] as const;
export type Approval = (typeof APPROVALS)[number];

const within = (activityId: string, page: string) => `/m/activities/${encodeURIComponent(activityId)}${page}`;

/**
 * The addresses of the phone pages, beginning with a slash: where messages and to-do entries lead.
 *
 * They are out in messages, so none is ever changed or taken away.
 */
export const PAGE = {
  home: "/m",
  activities: "/m/activities",
  covers: "/m/covers",
  points: "/m/points",
  approvals: "/m/approvals",
  record: "/m/record",
  me: "/m/me",
  activity: (activityId: string) => within(activityId, ""),
  signUp: (activityId: string) => within(activityId, "/sign-up"),
  leave: (activityId: string) => within(activityId, "/leave"),
  cannot: (activityId: string) => within(activityId, "/cannot"),
  offer: (activityId: string, sessionId: string) => within(activityId, `/offers/${encodeURIComponent(sessionId)}`),
  rollCall: (activityId: string) => within(activityId, "/roll-call"),
  screen: (activityId: string) => within(activityId, "/screen"),
  diary: (activityId: string) => within(activityId, "/diary"),
  happiness: (activityId: string) => within(activityId, "/happiness"),
  phoneList: (activityId: string, needId: string) => within(activityId, `/covers/${encodeURIComponent(needId)}`),
  away: "/m/away",
  deed: "/m/deed",
  trainer: "/m/trainer",
  externalPlaces: "/m/external-places",
  externalPlace: (nominationId: string) => `/m/external-places/${encodeURIComponent(nominationId)}`,
  money: (activityId: string) => within(activityId, "/money"),
  growth: (activityId: string) => within(activityId, "/growth"),
  advice: (activityId: string) => within(activityId, "/advice"),
  helpers: (activityId: string) => within(activityId, "/helpers"),
  cover: (needId: string) => `/m/covers/${encodeURIComponent(needId)}`,
  class: (classId: string) => `/m/classes/${encodeURIComponent(classId)}`,
  classes: "/m/classes",
  mentoring: "/m/mentoring",
  service: (serviceId: string) => `/m/services/${encodeURIComponent(serviceId)}`,
  form: (formId: string) => `/m/forms/${encodeURIComponent(formId)}`,
  programme: (programmeId: string) => `/m/programmes/${encodeURIComponent(programmeId)}`,
  entry: (entryId: string) => `/m/points/${encodeURIComponent(entryId)}`,
  /** @param ids - the ids by which it is found, from the activity on, as in the paths of the API */
  approval: (kind: Approval, ...ids: readonly string[]) =>
    `/m/approvals/${kind}/${ids.map((id) => encodeURIComponent(id)).join(".")}`,
} as const;
