import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { openSecrets } from "@yigong/local/data-directory/secrets.ts";
import { ADMINISTRATOR, ORGANIZER, rosterOf } from "../bench/roster.ts";

const DAY = 86_400_000;

export interface Place {
  state: string;
  number: number;
  queue?: number;
}

interface Answer {
  status: number;
  body: unknown;
}

/** People before one or more servers that share a data directory; each call goes to the next server. */
export function peopleBefore(origins: readonly string[], dataDir: string) {
  const secret = openSecrets(dataDir).tokens;
  let calls = 0;
  const ask = async (who: string, method: string, path: string, body?: object): Promise<Answer> => {
    const token = await tokenFor(who, { secret, at: new Date().toISOString() });
    const origin = origins[calls++ % origins.length];
    const form = body instanceof FormData;
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(form ? {} : { "content-type": "application/json" }) },
      ...(body && { body: form ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const get = async <Body>(who: string, method: string, path: string, body?: object): Promise<Body> => {
    const answer = await ask(who, method, path, body);
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  };
  /** All items of a list. */
  const list = async <Item>(who: string, path: string): Promise<Item[]> => {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ limit: "200", ...(cursor && { cursor }) });
      const page: { items: Item[]; cursor?: string } = await get(who, "GET", `${path}?${query}`);
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    return items;
  };
  return { ask, get, list };
}

export type People = ReturnType<typeof peopleBefore>;

const employee = (number: string) => `employee:${number}`;

/** Imports volunteers. @returns their ids */
export async function enrol({ get, list }: People, participants: string[]): Promise<string[]> {
  const form = new FormData();
  form.set("kind", "roster");
  form.set("file", new File([rosterOf({ participants, onLeave: [], silent: [], others: [] })], "roster.csv"));
  const { id } = await get<{ id: string }>("setup", "POST", "/imports", form);
  await get("setup", "POST", `/imports/${id}/apply`);
  const members = await list<{ id: string; employeeNumber: string }>(employee(ADMINISTRATOR), "/members");
  const wanted = new Set(participants);
  return members.flatMap((member) => (wanted.has(member.employeeNumber) ? [member.id] : []));
}

/** Publishes an activity with one position. @returns its id and the position's */
export async function publish({ get }: People, headCount: number): Promise<{ id: string; positionId: string }> {
  const after = (days: number, hours = 0) => new Date(Date.now() + days * DAY + hours * 3_600_000).toISOString();
  const session = { startsAt: after(10), endsAt: after(10, 4), positions: [{ name: "服务员", headCount }] };
  const { id, sessions } = await get<{ id: string; sessions: { positions: { id: string }[] }[] }>(
    employee(ORGANIZER),
    "POST",
    "/activities",
    {
      ...{ title: "重阳节敬老服务", description: "陪老人说话", place: "凤凰社区", risks: "注意楼梯" },
      ...{ origin: "alliance", scope: "general", beneficiary: "society", recruitUntil: after(5) },
      servedParty: { kind: "none", reason: "不固定" },
      sessions: [session],
    },
  );
  return { id, positionId: sessions[0]?.positions[0]?.id ?? "" };
}

/** How an activity's people stand in the organizer's table. */
export async function standing({ list }: People, activityId: string): Promise<Place[]> {
  const people = await list<{ places: Place[] }>(employee(ORGANIZER), `/activities/${activityId}/people`);
  return people.flatMap(({ places }) => places);
}

/** The organizer ends recruiting early. */
export const closeRecruiting = ({ get }: People, activityId: string) =>
  get(employee(ORGANIZER), "POST", `/activities/${activityId}/close`, { stage: "Recruit", reason: "人已满" });

export const statusOf = async ({ get }: People, activityId: string): Promise<string> =>
  (await get<{ status: string }>(employee(ORGANIZER), "GET", `/activities/${activityId}`)).status;
