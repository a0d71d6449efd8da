import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import type { Machine } from "@yigong/local/machine.ts";

const TIMES = 100;
const SHARE = 0.95;

/** What the console's pages ask for, and who asks. */
const ROUTES = [
  ["alliance", "/me/todo"],
  ["alliance", "/members?limit=50"],
  ["alliance", "/members?limit=50&offset=5000"],
  ["alliance", "/members?limit=50&q=0012"],
  ["alliance", "/activities?limit=50"],
  ["alliance", "/activities?limit=50&offset=1000"],
  ["alliance", "/search?q=zhang&limit=12"],
  ["alliance", "/covers?limit=50"],
  ["alliance", "/proposals?limit=50"],
  ["alliance", "/outbox?limit=50"],
  ["alliance", "/audit?limit=50"],
] as const;

/** What the server itself takes for each list, without a network. @returns p95 in ms over a hundred requests, and units of one */
export async function measureLists(machine: Machine, staff: Record<"alliance", string>) {
  const token = await tokenFor(staff.alliance, { secret: machine.secrets.tokens, at: machine.now(), hours: 24 });
  const headers = { authorization: `Bearer ${token}` };
  const figures: { route: string; p95Ms: number; readUnits: number }[] = [];
  for (const [, route] of ROUTES) {
    const ask = async () => {
      const answer = await machine.web.request(`/api/v1${route}`, { headers });
      if (answer.status !== 200) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
      return answer.text();
    };
    await ask();
    const before = machine.meter.readUnits;
    await ask();
    const readUnits = machine.meter.readUnits - before;
    const times: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const began = performance.now();
      await ask();
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    figures.push({ route, p95Ms: times[Math.ceil(TIMES * SHARE) - 1] ?? Number.NaN, readUnits });
  }
  return figures;
}
