import type { Machine } from "@yigong/local/machine.ts";
import { jsonOf, placeholder, type Step } from "./replay.ts";

const subjectOf = (headers: Headers): string | undefined => {
  const [, claims = ""] = headers.get("authorization")?.split(".") ?? [];
  return claims ? (JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as { sub: string }).sub : undefined;
};

/** Not part of the product's API: the inbox of one machine, which an import does not carry. */
const isSkipped = (path: string) => path.startsWith("/inbox");

/** Comes with an image of 60 kB; the check-in that follows has the code in its body. */
const isLarge = (path: string) => path.endsWith("/code");

/** Records the requests that a machine is sent from now on, with their answers. */
export function recordOf(machine: Machine) {
  const steps: Step[] = [];
  const materials = new Map<string, number>();
  const named = (text: string) =>
    [...materials].reduce((said, [id, form]) => said.replaceAll(id, placeholder(form)), text);
  const request = machine.web.request.bind(machine.web);

  async function note(asked: Request, response: Response, body: RequestInit["body"]): Promise<void> {
    const { pathname, search } = new URL(asked.url);
    const step = { at: machine.now(), status: response.status };
    if (body instanceof FormData) {
      const file = body.get("file") as File;
      const base64 = Buffer.from(await file.arrayBuffer()).toString("base64");
      const form = materials.size - 1;
      return void steps.push({ ...step, upload: { form, name: file.name, type: file.type, base64 } });
    }
    const json = await jsonOf(response);
    const { method, headers } = asked;
    const said = {
      ...(headers.has("authorization") ? { who: subjectOf(headers) } : {}),
      ...(headers.has("idempotency-key") ? { key: headers.get("idempotency-key") ?? "" } : {}),
      ...(typeof body === "string" ? { type: headers.get("content-type") ?? "", body: named(body) } : {}),
    };
    if (method === "POST" && pathname.endsWith("/materials"))
      materials.set((json as { material: { id: string } }).material.id, materials.size);
    const isKept = method === "GET" && json !== undefined && !isLarge(pathname);
    const answer = isKept ? { answer: json } : {};
    steps.push({ ...step, ask: { method, path: named(`${pathname}${search}`), ...said }, ...answer });
  }

  machine.web.request = async (input, init, ...rest) => {
    const response = await request(input, init, ...rest);
    const asked = new Request(new URL(String(input), "http://localhost"), init);
    if (!isSkipped(new URL(asked.url).pathname)) await note(asked, response, init?.body);
    return response;
  };
  return {
    steps,
    /** Advances the clock and records that too: scheduled jobs run at each stop. */
    advanceTo: async (at: string) => {
      steps.push({ at });
      await machine.advanceTo(at);
    },
  };
}
