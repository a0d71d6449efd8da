import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import type { Machine } from "@yigong/local/machine.ts";
import { type Invocations, watchInvocations } from "./invocations.ts";

type Method = "GET" | "POST" | "PUT";

/** What a run has at hand: a machine in virtual time, and everybody by employee number. */
export interface Scene {
  machine: Machine;
  /** Employee number to member id. */
  ids: Map<string, string>;
  invocations: Invocations;
  /** Requests that are under way at the same time. Alone, each has the machine and the outbox to itself. */
  inFlight: number;
  /** Sends a request through the gateway to a function. */
  request(to: "Api" | "SurveyPages", path: string, init?: RequestInit): Promise<Response>;
  /** Calls the API in process as somebody. @throws what a problem document says */
  call<Answer>(as: string, method: Method, path: string, body?: unknown): Promise<Answer>;
  /** Somebody's member id. */
  id(employeeNumber: string): string;
}

export function sceneOn(machine: Machine, inFlight: number): Scene {
  const ids = new Map<string, string>();
  const invocations = watchInvocations(machine);
  const request: Scene["request"] = (to, path, init) => invocations.of(to, async () => machine.web.request(path, init));
  const id = (employeeNumber: string): string => {
    const known = ids.get(employeeNumber);
    if (known === undefined) throw new Error(`Nobody has the number ${employeeNumber}.`);
    return known;
  };
  return {
    machine,
    ids,
    invocations,
    inFlight,
    request,
    id,
    async call<Answer>(as: string, method: Method, path: string, body?: unknown): Promise<Answer> {
      const subject = ids.get(as) ?? (as === "setup" ? as : `employee:${as}`);
      const token = await tokenFor(subject, { secret: machine.secrets.tokens, at: machine.now() });
      const headers = { authorization: `Bearer ${token}` };
      const sent = body instanceof FormData ? { body, headers } : jsonOf(body, headers);
      const response = await request("Api", `/api/v1${path}`, { method, ...sent });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path} as ${as}: ${response.status} ${text}`);
      return (text === "" ? undefined : JSON.parse(text)) as Answer;
    },
  };
}

const jsonOf = (body: unknown, headers: Record<string, string>) =>
  body === undefined
    ? { headers }
    : { body: JSON.stringify(body), headers: { ...headers, "content-type": "application/json" } };

/** Lets many people act at about the same time, and waits for what follows. */
export async function crowd<Item>(
  { machine, inFlight }: Scene,
  items: Iterable<Item>,
  act: (item: Item) => Promise<unknown>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const rest = { [Symbol.iterator]: () => queue };
  const one = async () => {
    for (const item of rest) {
      await act(item);
      if (inFlight === 1) await machine.settle();
    }
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  await machine.settle();
}
