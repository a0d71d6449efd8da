import { setTimeout as wait } from "node:timers/promises";
import { ORGANIZER } from "../roster.ts";
import type { Answer, Client } from "./client.ts";
import { companyOf, importRoster } from "./roster.ts";
import { type Server, withServer } from "./server.ts";

const CONNECTIONS = 64;
export const PLACES = 100;
/** Members who look at the page while they wait for the opening. */
const LOOKING = 500;
const OPENS_WITHIN_MS = 20_000;

interface Activity {
  id: string;
  status: string;
  sessions: { positions: { id: string }[] }[];
}

/** Everybody of a company signs up for a hundred places, each as fast as their connection lets them. */
export const measureSignUps = (people: number) =>
  withServer(async (server) => {
    const { participants } = companyOf(people);
    await importRoster(server, people);
    const organizer = await server.tokenOf(`employee:${ORGANIZER}`);
    const { id, positionId } = await publish(server, organizer);
    await server.restart();
    const client = server.client(CONNECTIONS);
    const ids = await idsOf(client, organizer);
    const tokens = await Promise.all(participants.map((number) => server.tokenOf(ids.get(number) ?? number)));
    const yes = { consent: true, acceptsRisks: true, positionId };
    const path = `/activities/${id}/sign-ups`;
    await Promise.all(tokens.slice(0, LOOKING).map((token) => client.ask({ token, path: `${path}/me` })));
    server.forget();
    const began = performance.now();
    const answers = await crowd(tokens, (token) => client.send({ token, method: "POST", path, body: yes }));
    const seconds = (performance.now() - began) / 1_000;
    const spent = server.spent();
    const places = await placesOf(client, organizer, id);
    client.close();
    const ms = answers.map((answer) => answer.ms).sort((a, b) => a - b);
    return {
      people: tokens.length,
      connections: CONNECTIONS,
      seconds,
      perSecond: tokens.length / seconds,
      p50Ms: quantile(ms, 0.5),
      p99Ms: quantile(ms, 0.99),
      mostMs: quantile(ms, 1),
      ...spent,
      ...outcomeOf(answers, places),
    };
  });

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

/** As many at a time as there are connections, so that nobody's time counts before their connection is free. */
async function crowd<Item, Result>(items: readonly Item[], act: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const one = async () => {
    for (const [at, item] of queue) results[at] = await act(item);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return results;
}

/** Starts an activity and waits until people may sign up. */
async function publish(server: Server, token: string) {
  const client = server.client(1);
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const session = { startsAt: inDays(20), endsAt: inDays(20.2), positions: [{ name: "服务员", headCount: PLACES }] };
  const body = {
    title: "重阳节敬老服务",
    description: "为社区老人量血压、修手机、打扫房间，陪老人说说话。",
    place: "海陵区凤凰社区",
    risks: "室内服务，注意用电和上下楼梯安全。",
    origin: "alliance",
    scope: "general",
    beneficiary: "society",
    servedParty: { kind: "none", reason: "面向整个社区，没有明确的服务对象" },
    minimumPeople: 1,
    recruitUntil: inDays(10),
    surveyDays: 14,
    sessions: [session],
  };
  const { id, sessions } = await client.ask<Activity>({ token, method: "POST", path: "/activities", body });
  const until = performance.now() + OPENS_WITHIN_MS;
  const open = async () => (await client.ask<Activity>({ token, path: `/activities/${id}` })).status === "recruiting";
  while (!(await open())) {
    if (performance.now() > until) throw new Error("Recruiting did not open.");
    await wait(100);
  }
  client.close();
  return { id, positionId: sessions[0]?.positions[0]?.id };
}

/** All pages of a list. */
async function pages<Item>(client: Client, token: string, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor = "";
  do {
    const page = await client.ask<{ items: Item[]; cursor?: string }>({ token, path: `${path}?limit=200${cursor}` });
    items.push(...page.items);
    cursor = page.cursor === undefined ? "" : `&cursor=${encodeURIComponent(page.cursor)}`;
  } while (cursor !== "");
  return items;
}

const idsOf = async (client: Client, token: string): Promise<Map<string, string>> =>
  new Map(
    (await pages<{ id: string; employeeNumber: string }>(client, token, "/members")).map(
      ({ id, employeeNumber }) => [employeeNumber, id] as const,
    ),
  );

/** How many have each state by the list of people, which is what counts. */
async function placesOf(client: Client, token: string, id: string): Promise<Record<string, number>> {
  const people = await pages<{ places: { state: string }[] }>(client, token, `/activities/${id}/people`);
  const states = people.flatMap(({ places }) => places.map(({ state }) => state));
  return Object.fromEntries([...Map.groupBy(states, (state) => state)].map(([state, all]) => [state, all.length]));
}

/** @throws Error unless exactly the places were given, and everybody else waits, each at a number of their own */
function outcomeOf(answers: readonly Answer[], places: Record<string, number>) {
  const failed = answers.filter(({ status }) => status !== 200);
  const [placed, waiting] = [places.placed ?? 0, places.waiting ?? 0];
  if (failed.length > 0) throw new Error(`${failed.length} failed, such as ${JSON.stringify(failed[0])}.`);
  if (placed !== PLACES || waiting !== answers.length - PLACES)
    throw new Error(`Of ${answers.length} people ${placed} have a place and ${waiting} wait.`);
  return { placed, waiting };
}
