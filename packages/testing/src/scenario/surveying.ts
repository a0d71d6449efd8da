import type { ClientMessage } from "@yigong/application/ports/client-delivery.ts";
import { sendSurvey } from "@yigong/application/survey/send-survey-links.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { standingIn } from "@yigong/core/lifecycle/lifecycle.builder.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { publicPageSurveys } from "@yigong/core/survey/public-page.store.ts";
import { Contact } from "@yigong/core/survey/served.ts";
import { httpTableOn } from "../http-table.ts";
import { ORIGIN, type TestAlliance } from "../test-alliance.ts";

/** A morning on which surveys are open. */
export const ASKING = "2026-09-10T02:00:00.000Z";
export const CLOSES = "2026-09-20T10:00:00.000Z";
const held = Sample.session(3, { startsAt: "2026-09-05T01:00:00.000Z", endsAt: "2026-09-05T04:00:00.000Z" });

/** Surveys of activities of 5 September 2026, and a channel that remembers what it was handed. */
export function surveying(alliance: TestAlliance) {
  const { given, useCases, clock, store } = alliance;
  const { surveys } = useCases;
  /** Messages by their key, as a channel that sends each once. */
  const messages = new Map<string, ClientMessage>();
  const unreachable = new Set<string>();
  /** How often a message was handed over, repeats included. */
  const channel = { handed: 0 };
  const deps = {
    ...useCases,
    settings: useCases.settings.get,
    random: () => useCases.random(32),
    origin: ORIGIN,
    deliver: async (message: ClientMessage) => {
      channel.handed += 1;
      const { mobile, email = "" } = message.addresses;
      if (unreachable.has(mobile ?? email)) return false;
      messages.set(message.key, message);
      return true;
    },
  };
  const http = httpTableOn(store);
  const send = sendSurvey(deps);
  let last = 0;

  /** An activity of its own with clients to ask. */
  const activity = async (clients: readonly object[], change: Partial<Activity> = {}): Promise<Activity> => {
    last += 1;
    const made = Sample.activity({
      ...{ id: Sample.activityId(last), title: "老旧小区宽带检修", beneficiary: "client", purposes: ["service"] },
      ...{ servedParty: { kind: "definite", description: "小区住户" }, surveyDays: 10, sessions: [held] },
      ...change,
    });
    await given.activityAt(made, { ...standingIn("Survey"), activityId: made.id });
    const contacts = clients.map((client) => Contact.parse(client));
    if (contacts.length > 0) await surveys.served.add(made.id, contacts, []);
    return made;
  };
  /** Sends an issue to everybody, page by page. */
  const sendAll = async (activityId: string, issue: number) => {
    let cursor: string | undefined;
    do ({ cursor } = await send({ activityId, issue, cursor, limit: 1 }));
    while (cursor !== undefined);
  };
  const open = async (clients: readonly object[], change?: Partial<Activity>) => {
    const made = await activity(clients, change);
    await surveys.open(made, { at: clock.at, closesAt: CLOSES });
    return made;
  };
  /** The path of the link that a client was sent. */
  const pathTo = (activityId: string, clientId: string, issue = 1) =>
    messages.get(`survey:${activityId}:${clientId}:${issue}`)?.params.link.replace(ORIGIN, "") ?? "";
  return {
    ...{ messages, unreachable, channel, deps, activity, open, send, sendAll, pathTo },
    /** The same, with the store that the public pages have when they are a function of their own. */
    httpTableDeps: { ...deps, surveys: publicPageSurveys(http.table) },
    /** Every request to the store so far, whichever client sent it. */
    requests: () =>
      http.fault.tried.length + Object.values(store.meter.operations).reduce((sum, { requests }) => sum + requests, 0),
    /** An open survey of one client and the path of the link. */
    async link(client: object = { mobile: "13812345678" }) {
      const { id } = await open([client]);
      await sendAll(id, 1);
      return { activityId: id, path: pathTo(id, "cli_0001") };
    },
  };
}

export type Surveying = ReturnType<typeof surveying>;
