import type { Machine } from "@yigong/local/machine.ts";

/** A request as it went over the wire, and its answer. */
export interface Exchange {
  method: string;
  path: string;
  authorization: string | null;
  sent: string;
  status: number;
  requestId: string | null;
  answered: string;
}

const isText = (body: unknown): body is string => typeof body === "string";

/** Keeps what goes over a machine's wire, and the events of its tasks. Pictures and files are left out. */
export function tapped(machine: Machine) {
  const exchanges: Exchange[] = [];
  const events: Record<string, unknown>[] = [];
  const { web, app } = machine;
  const request = web.request.bind(web);
  web.request = async (...[input, init, ...more]: Parameters<typeof request>) => {
    const response = await request(input, init, ...more);
    const type = response.headers.get("content-type") ?? "";
    exchanges.push({
      method: init?.method ?? "GET",
      path: String(input),
      authorization: new Headers(init?.headers).get("authorization"),
      sent: isText(init?.body) ? init.body : "",
      status: response.status,
      requestId: response.headers.get("x-request-id"),
      answered: /json|text/.test(type) ? await response.clone().text() : "",
    });
    return response;
  };
  const tasks = app.tasks as Record<string, (event: unknown) => Promise<unknown>>;
  for (const [name, task] of Object.entries(tasks))
    tasks[name] = (event) => {
      events.push({ state: name, ...(event as object) });
      return task(event);
    };
  return { exchanges, events };
}

/** Every text in a value, with the name of the field that it is in. */
export function textsIn(value: unknown, field = ""): [field: string, text: string][] {
  if (typeof value === "string") return [[field, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, Array.isArray(value) ? field : name));
}

/** The texts of JSON or of a form, as far as it is one. */
export function textsOf(body: string): [field: string, text: string][] {
  try {
    return textsIn(JSON.parse(body));
  } catch {
    return [...new URLSearchParams(body)];
  }
}
