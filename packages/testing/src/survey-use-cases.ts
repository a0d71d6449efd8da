import type { ClientMessage } from "@yigong/application/ports/client-delivery.ts";
import { sendSurvey } from "@yigong/application/survey/send-survey-links.ts";
import { hmacOf } from "@yigong/application/survey/survey-hmac.ts";
import { type Info as Activity, Info as ActivityInfo } from "@yigong/core/activity/activity.ts";
import { lightSurveys } from "@yigong/core/survey/public-page.store.ts";
import { Contact } from "@yigong/core/survey/served.ts";
import { dynamoSurveys } from "@yigong/core/survey/survey.store.ts";
import { lightOn } from "./light.ts";
import { testTable } from "./store.ts";

export const activityOf = (change: Partial<Activity> = {}): Activity =>
  ActivityInfo.parse({
    id: "act_00000000000000000000000001",
    title: "老旧小区宽带检修",
    description: "上门检修",
    place: "海陵小区",
    risks: "登高",
    origin: "alliance",
    scope: "special",
    beneficiary: "client",
    purposes: ["service"],
    audience: { branchIds: [], teamIds: [] },
    minimumPeople: 0,
    servedParty: { kind: "definite", description: "小区住户" },
    recruitUntil: "2026-09-01T10:00:00.000Z",
    surveyDays: 10,
    organizerId: "mem_organizer",
    sessions: [
      {
        id: "ses_00000000000000000000000001",
        startsAt: "2026-09-05T01:00:00.000Z",
        endsAt: "2026-09-05T04:00:00.000Z",
        positions: [{ id: "pos_00000000000000000000000001", name: "检修", headCount: 3, requiredSkills: [] }],
      },
    ],
    createdAt: "2026-08-20T01:00:00.000Z",
    version: 1,
    ...change,
  });

/** The secret of surveys as an installation has it. */
export const SURVEY_SECRET = Buffer.from("a survey secret of just 32 bytes");

/** A survey on the real store with a clock that can be set and a channel that remembers. */
export async function asking() {
  const store = await testTable();
  const surveys = dynamoSurveys(store.table);
  /** Messages by their key, as a channel that sends each once. */
  const messages = new Map<string, ClientMessage>();
  const unreachable = new Set<string>();
  const faults: { what: string; error: unknown }[] = [];
  let count = 0;
  const next = () => {
    count += 1;
    return String(count);
  };
  let known: Activity[] = [];
  const settings = { name: "义工联盟", zone: "Asia/Shanghai", servicePhone: "0576-8888 0000" };
  /** The clock, and how often a message was handed over, repeats included. */
  const world = { at: "2026-09-10T02:00:00.000Z", handed: 0 };
  const find = async (activityId: string) => known.find(({ id }) => id === activityId);
  const deps = {
    surveys,
    hmac: hmacOf(SURVEY_SECRET),
    now: () => world.at,
    settings: async () => settings,
    random: () => next().padStart(32, "0"),
    report: (what: string, error: unknown) => {
      faults.push({ what, error });
    },
    activities: {
      find,
      get: async (activityId: string) => (await find(activityId)) ?? Promise.reject(new Error(`no ${activityId}`)),
    },
    origin: "https://yigong.example",
    deliver: async (message: ClientMessage) => {
      world.handed += 1;
      if (unreachable.has(message.to)) return false;
      messages.set(message.key, message);
      return true;
    },
  };
  const light = lightOn(store);
  /** The same, with the store that the public pages have when they are a function of their own. */
  const lightDeps = { ...deps, surveys: lightSurveys(light.table) };
  /** Every request to the store so far, whichever client sent it. */
  const requests = () =>
    light.fault.tried.length + Object.values(store.meter.operations).reduce((sum, { requests }) => sum + requests, 0);
  const send = sendSurvey(deps);

  /** An activity of its own with clients to ask. */
  const activity = async (clients: readonly object[], change: Partial<Activity> = {}) => {
    const made = activityOf({ ...change, id: `act_${next().padStart(26, "0")}` as Activity["id"] });
    known = [...known, made];
    if (clients.length > 0)
      await surveys.served.add(
        made.id,
        clients.map((client) => Contact.parse(client)),
        [],
      );
    return made;
  };
  /** Sends an issue to everybody, page by page. */
  const sendAll = async (activityId: string, issue: number) => {
    let cursor: string | undefined;
    do ({ cursor } = await send({ activityId, issue, cursor, limit: 1 }));
    while (cursor !== undefined);
  };
  const open = async (clients: readonly object[]) => {
    const made = await activity(clients);
    await surveys.open(made, { at: world.at, closesAt: "2026-09-20T10:00:00.000Z" });
    return made;
  };
  /** The path of the link that a client was sent. */
  const pathTo = (activityId: string, clientId: string, issue = 1) => {
    const link = messages.get(`survey:${activityId}:${clientId}:${issue}`)?.params.link;
    return link?.replace(deps.origin, "") ?? "";
  };
  /** An open survey of one client and the path of the link. */
  const link = async (client: object = { mobile: "13812345678" }) => {
    const made = await open([client]);
    await sendAll(made.id, 1);
    return { activityId: made.id, path: pathTo(made.id, "cli_0001") };
  };
  const asked = { activity, open, link, pathTo, send, sendAll };
  return { store, surveys, messages, unreachable, faults, settings, world, deps, lightDeps, requests, ...asked };
}

export type Asking = Awaited<ReturnType<typeof asking>>;
