import { openApiDocument } from "@yigong/functions/api/openapi-document.ts";
import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { v1 } from "@yigong/functions/composition/v1.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { BRANCHES, POSTS, TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { SECRETS, type TestAlliance, testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addressIn, type Document, type Route, routesOf } from "./every-route.ts";
import { samplesOf } from "./request-samples.ts";

/** In the order of the table's columns. */
const ROLES = {
  // Whose only role is the committee is `coverOffice`.
  A: "admin",
  L: "alliance",
  C: "coverOffice",
  O: "organizer",
  S: "secretaryA",
  T: "lead",
  V: "service",
  U: "auditor",
  P: "partyA1",
  N: "nobody",
} as const;
type Letter = keyof typeof ROLES;
const LETTERS = Object.keys(ROLES) as Letter[];
const JSON_TYPE = { "content-type": "application/json" };
const COMMITTEE = { role: "committee", scope: { kind: "all" }, from: "2026-01-01T00:00:00.000Z" } as const;
/** Activities and people of a route are one's own, or somebody else's. */
const OWNERS = ["own", "other"] as const;

let alliance: TestAlliance;
let routes: Route[];
let document: Document;
let web: Awaited<ReturnType<TestAlliance["web"]>>;
/** An activity that each role organizes, and one that none does. */
const organized = new Map<string, Record<string, string>>();
const tokens = new Map<Letter, string>();

beforeAll(async () => {
  alliance = await testAlliance();
  const people = Object.values(ROLES).filter((role) => role !== "nobody");
  await alliance.given.members(...people, "secretaryB", 1, 2, 3);
  await alliance.given.member("coverOffice", { roles: [COMMITTEE] });
  await alliance.given.units([...POSTS, ...BRANCHES, ...TEAMS]);
  for (const [at, role] of [...people, "nobody" as const].entries()) {
    const organizerId = role === "nobody" ? memberIdOf(3) : memberIdOf(role);
    const given = { id: `act_${String(at + 1).padStart(26, "0")}` as never, organizerId };
    const { id, sessions } = await alliance.given.activity(given, "Recruit");
    organized.set(role, { act: id, ses: sessions[0]?.id ?? "", pos: sessions[0]?.positions[0]?.id ?? "", unit: TEAM });
  }
  document = openApiDocument(v1(alliance.useCases)) as unknown as Document;
  routes = routesOf(document);
  web = await alliance.web();
  const at = alliance.clock.at;
  for (const [letter, role] of Object.entries(ROLES) as [Letter, (typeof ROLES)[Letter]][])
    if (role !== "nobody") tokens.set(letter, await tokenFor(memberIdOf(role), { secret: SECRETS.tokens, at }));
});
afterAll(() => alliance.close());

function rosterForm(): FormData {
  const form = new FormData();
  form.set("kind", "roster");
  form.set("file", new File(["工号,姓名\n000877,王敏\n"], "roster.csv"));
  return form;
}

/** Whether a role gets past the question of permission: what is refused for another reason was allowed to be asked. */
async function mark(letter: Letter, route: Route, owner: (typeof OWNERS)[number]): Promise<string> {
  const role = ROLES[letter];
  const mine = owner === "own" && role !== "nobody";
  const mem = memberIdOf(mine ? role : 2);
  const { act = "", ...parts } = organized.get(mine ? role : "nobody") ?? {};
  const tools = samplesOf(document.components.schemas, { act, mem, ...parts });
  const [, noun = ""] = /^\/(\w+)\/\{id\}/.exec(route.path) ?? [];
  const id = { activities: act, members: mem, certificates: "2026-0001" }[noun];
  const over: Record<string, string> = id === undefined ? {} : { id };
  const isForm = route.path === "/imports" && route.method === "POST";
  const response = await web.request(`/api/v1${addressIn(route, tools, over)}`, {
    method: route.method,
    headers: { ...(isForm ? {} : JSON_TYPE), authorization: `Bearer ${tokens.get(letter) ?? ""}` },
    ...(isForm ? { body: rosterForm() } : {}),
    ...(route.body ? { body: JSON.stringify(tools.sample(route.body)) } : {}),
  });
  const { status } = response;
  const { code } = status < 400 ? {} : ((await response.json()) as { code?: string });
  if (code === "permission.denied") return "-";
  if (status === 401) return "!";
  if (status === 403) return "x";
  return code === "input.invalid" ? "?" : letter;
}

/**
 * One line a route: who gets past the question of permission for what is their own, and for what is not.
 *
 * A letter may; `-` lacks the role, `x` is refused by another rule about persons, `!` is not signed in, `?` could not be
 * asked, since no sample of the route's input is taken.
 */
async function table(): Promise<string> {
  const lines: string[] = [];
  for (const route of routes) {
    const cells: string[] = [];
    for (const owner of OWNERS) {
      let cell = "";
      for (const letter of LETTERS) cell += await mark(letter, route, owner);
      cells.push(cell);
    }
    lines.push(`${cells.join(" ")} ${route.method} ${route.path}`);
  }
  const legend = Object.entries(ROLES).map(([letter, role]) => `${letter} ${role}`);
  return `# ${legend.join(", ")}; own, other\n${lines.join("\n")}\n`;
}

it("lets each role do what the table of roles, routes and ownership says, cell by cell", {
  timeout: 120_000,
}, async () => {
  await expect(await table()).toMatchFileSnapshot("matrix.txt");
});
