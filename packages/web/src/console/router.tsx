import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { HomePage } from "./home/home-page.tsx";
import { Missing } from "./layout/missing.tsx";
import { Shell } from "./layout/shell.tsx";
import { Crashed } from "./ui/trouble.tsx";

type Load = () => Promise<{ default: () => React.ReactNode }>;

const root = createRootRoute({ component: Shell, notFoundComponent: Missing, errorComponent: Crashed });
const at = (path: string, load: Load) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) });

/** Every page of the console; each is fetched when it is opened. */
const pages = [
  createRoute({ getParentRoute: () => root, path: "/", component: HomePage }),
  at("/activities", () => import("./activities/activities-page.tsx")),
  at("/activities/new", () => import("./activities/new-page.tsx")),
  at("/activities/$id", () => import("./activity/activity-page.tsx")),
  at("/activities/$id/screen", () => import("./activity/screen-page.tsx")),
  at("/activities/$id/paper-sheet/$sessionId", () => import("./activity/paper-sheet/paper-sheet-page.tsx")),
  at("/activities/$id/reached", () => import("./activity/reached/reached-page.tsx")),
  at("/activities/$id/$tab", () => import("./activity/activity-page.tsx")),
  at("/series", () => import("./series/series-list-page.tsx")),
  at("/series/$id", () => import("./series/series-page.tsx")),
  at("/services", () => import("./services/services-page.tsx")),
  at("/services/$id", () => import("./services/service-page.tsx")),
  at("/proposals", () => import("./proposals/proposals-page.tsx")),
  at("/proposals/$id", () => import("./proposals/proposal-page.tsx")),
  at("/covers", () => import("./covers/covers-page.tsx")),
  at("/people", () => import("./people/people-page.tsx")),
  at("/people/$id", () => import("./people/person-page.tsx")),
  at("/units", () => import("./units/units-page.tsx")),
  at("/imports", () => import("./imports/imports-page.tsx")),
  at("/imports/$id", () => import("./imports/import-page.tsx")),
  at("/register", () => import("./register/register-page.tsx")),
  at("/courses", () => import("./training/courses-page.tsx")),
  at("/courses/$id", () => import("./training/course-page.tsx")),
  at("/trainers", () => import("./training/trainers-page.tsx")),
  at("/training-plan", () => import("./training/yearplan-page.tsx")),
  at("/external-places", () => import("./training/nominations-page.tsx")),
  at("/external-places/$id", () => import("./training/nomination-page.tsx")),
  at("/training-figures", () => import("./training/figures-page.tsx")),
  at("/classes", () => import("./training/classes-page.tsx")),
  at("/classes/$id", () => import("./training/class-page.tsx")),
  at("/training-policies", () => import("./training/policies-page.tsx")),
  at("/training-policies/$id", () => import("./training/policy-page.tsx")),
  at("/contacts", () => import("./contacts/contacts-page.tsx")),
  at("/contacts/$id", () => import("./contacts/contact-page.tsx")),
  at("/campaigns", () => import("./campaigns/campaigns-page.tsx")),
  at("/campaigns/$id", () => import("./campaigns/campaign-page.tsx")),
  at("/praise", () => import("./praise/praise-page.tsx")),
  at("/mentoring", () => import("./training/mentoring-page.tsx")),
  at("/rankings", () => import("./training/rankings-page.tsx")),
  at("/rankings/$id", () => import("./training/ranking-page.tsx")),
  at("/programmes", () => import("./growth/programmes-page.tsx")),
  at("/programmes/$id", () => import("./growth/programme-page.tsx")),
  at("/satisfaction", () => import("./growth/satisfaction-page.tsx")),
  at("/performance", () => import("./training/performance-page.tsx")),
  at("/deeds", () => import("./deeds/deeds-page.tsx")),
  at("/rules", () => import("./rules/rules-page.tsx")),
  at("/points", () => import("./points/points-page.tsx")),
  at("/points/$id", () => import("./points/person-points-page.tsx")),
  at("/awards", () => import("./awards/awards-page.tsx")),
  at("/awards/$year", () => import("./awards/award-page.tsx")),
  at("/messages", () => import("./messages/messages-page.tsx")),
  at("/audit", () => import("./audit/audit-page.tsx")),
  at("/settings", () => import("./settings/settings-page.tsx")),
  at("/settings/$tab", () => import("./settings/settings-page.tsx")),
];

/** Everything in the address bar is text: what a page makes of it is its own matter. */
const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));
function stringifySearch(search: Record<string, unknown>): string {
  const said = Object.entries(search).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return said.length > 0 ? `?${new URLSearchParams(said)}` : "";
}

export const router = createRouter({
  routeTree: root.addChildren(pages),
  basepath: "/console",
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  scrollRestoration: true,
});
