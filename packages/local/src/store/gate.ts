import { timingSafeEqual } from "node:crypto";
import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import { isLoopbackHost } from "@yigong/stepfunctions";
import { type Address, urlOf } from "./address.ts";
import { mayEndStore } from "./harmful-expression.ts";

/** The one published way to a store, which checks what the store itself does not. */
export interface Gate {
  endpoint: string;
  close(): Promise<void>;
}

export interface GateOptions {
  /** The access key id that a client must sign with. */
  key: string;
  /** Where the store listens; undefined while it does not run. */
  store: () => Address | undefined;
  /** Told to clients with every answer, as by the store itself. */
  version: string | undefined;
}

interface Refused {
  status: number;
  type: string;
  message: string;
}

/** A request of DynamoDB is at most 16 MB. @source DynamoDB Developer Guide, Quotas (BatchWriteItem) */
const BYTES_MAXIMUM = 17 * 1024 * 1024;
/** Headers of the exchange between two neighbours, which a proxy does not pass on. @source RFC 9110, section 7.6.1 */
const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "host"];

/**
 * Opens an authenticating reverse proxy on loopback before a store that answers everyone. It refuses what comes from a
 * web page (an `Origin`, a `Host` that is not loopback), what is not signed with the key, and expressions that would end
 * the store.
 */
export async function openGate(options: GateOptions): Promise<Gate> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((request, response) => {
    answer(request, response, { ...options, agent }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  server.unref();
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    endpoint: urlOf({ host: "127.0.0.1", port }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}

type Through = GateOptions & { agent: Agent };

async function answer(request: IncomingMessage, response: ServerResponse, through: Through): Promise<void> {
  const foreign = fromWebPage(request);
  if (foreign) return refuse(response, foreign);
  if (through.version) response.setHeader("x-dynoxide-version", through.version);
  // Said to anybody here, so that another process can tell whether the store is up.
  if (!through.store()) return refuse(response, down);
  if (!isSignedWith(through.key, request.headers.authorization)) return refuse(response, unsigned);
  const body = await bodyOf(request);
  if (!body) return refuse(response, tooLarge);
  if (mayEndStore(body)) return refuse(response, harmful);
  const address = through.store();
  if (!address) return refuse(response, down);
  forward({ request, body, response }, address, through.agent);
}

const fromWebPage = ({ headers }: IncomingMessage): Refused | undefined => {
  if (headers.origin !== undefined || headers["sec-fetch-site"] !== undefined)
    return { status: 403, type: "AccessDeniedException", message: "Web pages have no access to the store." };
  if (isLoopbackHost(headers.host)) return undefined;
  return { status: 421, type: "AccessDeniedException", message: "The store is asked at a loopback address only." };
};
const unsigned: Refused = {
  status: 403,
  type: "UnrecognizedClientException",
  message: "The store is for this installation only: sign with its access key id.",
};
const tooLarge: Refused = { status: 413, type: "ValidationException", message: "The request is too large." };
const harmful: Refused = {
  status: 400,
  type: "ValidationException",
  message: "An expression has ASCII characters only; other names and values go through placeholders.",
};
const down: Refused = { status: 503, type: "ServiceUnavailable", message: "The store is being started again." };

function isSignedWith(key: string, authorization = ""): boolean {
  const [, given = ""] = /\bCredential=([^/,\s]+)\//.exec(authorization) ?? [];
  return given.length === key.length && timingSafeEqual(Buffer.from(given), Buffer.from(key));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BYTES_MAXIMUM) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

interface Exchange {
  request: IncomingMessage;
  body: Buffer;
  response: ServerResponse;
}

function forward({ request, body, response }: Exchange, { host, port }: Address, agent: Agent): void {
  const headers: Record<string, string | string[] | number> = { "content-length": body.length };
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && name !== "content-length" && !HOP_BY_HOP.includes(name)) headers[name] = value;
  const { method, url: path } = request;
  const passed = send({ host, port, method, path, headers, agent }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.headers);
    // The store ended amid its answer: the client must not take half of one for all of it.
    answered.on("error", () => response.destroy()).pipe(response);
  });
  passed.on("error", () => (response.headersSent ? response.destroy() : refuse(response, down)));
  response.on("close", () => passed.destroy());
  passed.end(body);
}

function refuse(response: ServerResponse, { status, type, message }: Refused): void {
  const text = JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message });
  response
    .writeHead(status, { "content-type": "application/x-amz-json-1.0", "content-length": Buffer.byteLength(text) })
    .end(text);
}
