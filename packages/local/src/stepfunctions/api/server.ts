import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Fault } from "../fault.ts";
import { depthOf, type JsonObject } from "../json.ts";
import { maxRequestBytes } from "../limits.ts";

type Call = (action: string, input: unknown) => Promise<JsonObject>;
const contentType = "application/x-amz-json-1.0";
const target = /^AWSStepFunctions\.(\w+)$/;

/** AWS JSON 1.0 on loopback. A page in a browser cannot call it: the X-Amz-Target header needs a CORS preflight, which is not answered. */
export function openServer(call: Call): Server {
  return createServer((request, response) => {
    answer(call, request, response).catch(() => response.destroy());
  });
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
