import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Fault } from "../lib/fault.ts";
import { depthOf, type JsonObject } from "../lib/json.ts";
import { maxRequestBytes } from "../lib/limits.ts";
import { isLoopbackHost } from "../lib/loopback-host.ts";

type Advance = (toIso: string) => Promise<void>;
type Call = (action: string, input: unknown) => Promise<JsonObject>;
const contentType = "application/x-amz-json-1.0";
const target = /^AWSStepFunctions\.(\w+)$/;

/**
 * AWS JSON 1.0 on loopback. Web pages cannot call it: their requests bear an `Origin`, and those of a page that has rebound
 * its name to this machine a foreign `Host`.
 */
export function openServer(call: Call, advance?: Advance): Server {
  return createServer((request, response) => {
    const refused = fromWebPage(request);
    if (refused) return send(response, refused.status, { __type: "AccessDeniedException", message: refused.message });
    const answered =
      request.url === "/advance" && advance ? go(advance, request, response) : answer(call, request, response);
    answered.catch(() => response.destroy());
  });
}

function fromWebPage({ headers }: IncomingMessage): { status: number; message: string } | undefined {
  if (headers.origin !== undefined || headers["sec-fetch-site"] !== undefined)
    return { status: 403, message: "Web pages have no access to the engine." };
  if (!isLoopbackHost(headers.host)) return { status: 421, message: "The engine is asked at a loopback address only." };
  return undefined;
}

async function answer(call: Call, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const action = target.exec(String(request.headers["x-amz-target"] ?? ""))?.[1];
    if (request.method !== "POST" || action === undefined) {
      throw new Fault(
        "UnknownOperationException",
        "POST an AWS JSON 1.0 request with X-Amz-Target: AWSStepFunctions.<action>",
      );
    }
    send(response, 200, await call(action, parse(await bodyOf(request))));
  } catch (error) {
    const isFault = error instanceof Fault;
    const name = isFault ? error.name : "InternalFailure";
    const message = error instanceof Error ? error.message : String(error);
    response.setHeader("x-amzn-errortype", name);
    send(response, isFault ? 400 : 500, { __type: name, message });
  }
}

/** Advances virtual time: `{"to": INSTANT}`. Requiring JSON as content type forces the preflight for web pages too. */
async function go(advance: Advance, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isJson = request.headers["content-type"]?.startsWith("application/json") === true;
  const { to } = (isJson ? parse(await bodyOf(request)) : {}) as { to?: unknown };
  if (request.method !== "POST" || typeof to !== "string" || Number.isNaN(Date.parse(to))) {
    return send(response, 400, { message: 'POST {"to": INSTANT} as application/json' });
  }
  await advance(to);
  send(response, 200, { now: new Date(to).toISOString() });
}

function send(response: ServerResponse, status: number, body: JsonObject): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": contentType, "content-length": Buffer.byteLength(text) }).end(text);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxRequestBytes)
      throw new Fault("ValidationException", `A request has at most ${maxRequestBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

const maxRequestDepth = 32;

function parse(text: string): unknown {
  if (depthOf(text) > maxRequestDepth) throw new Fault("SerializationException", "The request is nested too deep");
  try {
    return JSON.parse(text === "" ? "{}" : text);
  } catch {
    throw new Fault("SerializationException", "The request is not valid JSON");
  }
}
