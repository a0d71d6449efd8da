import { Agent, request } from "node:http";

/** An answer and how long it took. */
export interface Answer {
  status: number;
  body: unknown;
  ms: number;
}

/** Requests over a fixed number of connections. */
export interface Client {
  send(call: Call): Promise<Answer>;
  /** As `send`. @throws Error unless the answer is 200 */
  ask<Body>(call: Call): Promise<Body>;
  close(): void;
}

export interface Call {
  token: string;
  method?: "GET" | "POST";
  path: string;
  body?: object;
}

/** Connects to the API. @param connections - requests beyond them wait their turn, and their time counts from their turn */
export function connect(origin: string, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send: Client["send"] = async ({ token, method = "GET", path, body }) => {
    const sent = body === undefined ? undefined : await bodyOf(body);
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, ...sent?.headers };
      const asked = request(`${origin}/api/v1${path}`, { method, agent, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          const ms = performance.now() - began;
          const text = Buffer.concat(parts).toString();
          resolve({ status: response.statusCode ?? 0, body: text === "" ? undefined : JSON.parse(text), ms });
        });
      });
      asked.on("error", reject);
      asked.end(sent?.bytes);
    });
  };
  return {
    send,
    async ask<Body>(call: Call) {
      const { status, body } = await send(call);
      if (status !== 200) throw new Error(`${call.method ?? "GET"} ${call.path}: ${status} ${JSON.stringify(body)}`);
      return body as Body;
    },
    close: () => agent.destroy(),
  };
}

async function bodyOf(body: object): Promise<{ bytes: Buffer; headers: Record<string, string | number> }> {
  const form = body instanceof FormData ? new Response(body) : undefined;
  const bytes = form ? Buffer.from(await form.arrayBuffer()) : Buffer.from(JSON.stringify(body));
  const type = form?.headers.get("content-type") ?? "application/json";
  return { bytes, headers: { "content-type": type, "content-length": bytes.length } };
}
