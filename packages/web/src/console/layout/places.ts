import type { Role } from "@yigong/core/permission/role.ts";

export interface Place {
  page:
    | "home"
    | "activities"
    | "series"
    | "services"
    | "proposals"
    | "covers"
    | "people"
    | "units"
    | "imports"
    | "register"
    | "deeds"
    | "classes"
    | "trainingFigures"
    | "courses"
    | "policies"
    | "performance"
    | "mentoring"
    | "growth"
    | "contacts"
    | "campaigns"
    | "praise"
    | "points"
    | "rules"
    | "awards"
    | "messages"
    | "audit"
    | "settings";
  to: string;
  /** Pages that are reached from this one, and that have no place of their own. */
  under?: readonly string[];
  /** Whose work it is; everybody's where it is left out. The API decides what each may see and do. */
  roles?: readonly Role[];
}
export interface Group {
  group: "work" | "activities" | "people" | "training" | "honours" | "system";
  places: readonly Place[];
}

const ORGANIZERS = ["alliance", "organizer", "teamLead"] as const;

/** What the menu has, in order. */
export const GROUPS: readonly Group[] = [
  { group: "work", places: [{ page: "home", to: "/" }] },
  {
    group: "activities",
    places: [
      { page: "activities", to: "/activities" },
      { page: "series", to: "/series" },
      { page: "services", to: "/services" },
      { page: "campaigns", to: "/campaigns" },
      { page: "proposals", to: "/proposals", roles: [...ORGANIZERS, "auditor"] },
      { page: "covers", to: "/covers", roles: [...ORGANIZERS, "branchSecretary", "auditor"] },
      { page: "register", to: "/register", roles: [...ORGANIZERS, "committee", "branchSecretary", "auditor"] },
      { page: "deeds", to: "/deeds" },
      { page: "praise", to: "/praise" },
    ],
  },
  {
    group: "people",
    places: [
      {
        page: "people",
        to: "/people",
        roles: ["administrator", "alliance", "committee", "organizer", "branchSecretary", "teamLead", "auditor"],
      },
      { page: "units", to: "/units" },
      { page: "contacts", to: "/contacts", roles: ["alliance", "customerService", "organizer", "auditor"] },
      { page: "imports", to: "/imports", roles: ["administrator", "alliance", "customerService"] },
    ],
  },
  {
    group: "training",
    places: [
      { page: "courses", to: "/courses", under: ["/trainers", "/training-plan", "/external-places"] },
      { page: "classes", to: "/classes" },
      { page: "policies", to: "/training-policies" },
      { page: "performance", to: "/performance", roles: ["alliance", "committee", "auditor"] },
      { page: "mentoring", to: "/mentoring" },
      { page: "trainingFigures", to: "/training-figures", roles: ["alliance", "committee", "teamLead", "auditor"] },
      { page: "growth", to: "/programmes", roles: ["alliance", "committee", "auditor"] },
    ],
  },
  {
    group: "honours",
    places: [
      { page: "points", to: "/points" },
      { page: "rules", to: "/rules" },
      { page: "awards", to: "/awards" },
    ],
  },
  {
    group: "system",
    places: [
      { page: "messages", to: "/messages", roles: ["administrator", "alliance"] },
      { page: "audit", to: "/audit", roles: ["auditor", "alliance", "committee"] },
      { page: "settings", to: "/settings", roles: ["administrator"] },
    ],
  },
];

/** What somebody with these roles finds in the menu. */
export const placesFor = (roles: readonly Role[]): Group[] =>
  GROUPS.map(({ group, places }) => ({
    group,
    places: places.filter(({ roles: of }) => !of || of.some((role) => roles.includes(role))),
  })).filter(({ places }) => places.length > 0);
