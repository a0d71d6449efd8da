import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type ClientOptions, documentClient } from "./document-client.ts";
import { gatheringReads } from "./gathered-reads.ts";
import type { Meter } from "./meter.ts";
import { meterAnswer } from "./meter.ts";
import { OPERATIONS, type Operation } from "./plain-form.ts";
import { patiently, type Waiting } from "./retry.ts";
import { storeFault } from "./store-fault.ts";

/** A document client shares these with the client within it. */
type Reached = Pick<DynamoDBDocumentClient, "config" | "middlewareStack">;
interface Sending extends Waiting {
  meter?: Meter | undefined;
}
interface Reply {
  statusCode: number;
  body: unknown;
}
/** What the AWS client sends through, with its timeouts and its connections. */
interface Handler {
  handle(request: object): Promise<{ response: Reply }>;
}

/**
 * A client of a local store: past the AWS client's middleware where that is dynoxide.
 *
 * @throws as `documentClient`
 */
export function localClient(options: ClientOptions = {}): DynamoDBDocumentClient {
  const document = documentClient(options);
  if (options.dropAutoToken) sendDirectly(document, options);
  return document;
}

/**
 * Sends operations on items in DynamoDB's JSON protocol, through the AWS client's connections but past its middleware:
 * on one machine that was nine tenths of what a request cost. For a store that checks no signatures.
 *
 * Retries, refusals and units are the same. As soon as anybody adds middleware, everything goes through it again.
 */
function sendDirectly(document: DynamoDBDocumentClient, options: Sending): void {
  const client: Reached = document;
  const hasMiddleware = watchMiddleware(client);
  const post = posting(client);
  const ask = gatheringReads((name, input) => post(name, JSON.stringify(input)));
  const through = document.send.bind(document) as (command: object, ...rest: unknown[]) => unknown;
  const send = async (operation: Operation, input: object) => {
    try {
      const asked = options.meter ? { ...input, ReturnConsumedCapacity: "TOTAL" } : input;
      const form = operation.input(asked);
      const answer = await patiently(() => ask(operation.name, form), options);
      if (options.meter) meterAnswer(options.meter, operation.name, answer);
      return { ...operation.output(answer), $metadata: { httpStatusCode: 200 } };
    } catch (error) {
      throw storeFault(error);
    }
  };
  Object.assign(document, {
    send(command: { input: object }, ...rest: unknown[]) {
      const { name } = command.constructor;
      // Commands in DynamoDB's own form have some of the same names; only the document client's hold one within.
      const isDocuments = "clientCommand" in command && Object.hasOwn(OPERATIONS, name);
      const operation = isDocuments ? OPERATIONS[name] : undefined;
      if (!operation || rest.some(saysAnything) || hasMiddleware()) return through(command, ...rest);
      return send(operation, command.input);
    },
  });
}

/** Whether options of a call ask for something: ElectroDB hands over an abort signal that is undefined. */
const saysAnything = (options: unknown): boolean =>
  typeof options !== "object" || Object.values(options ?? {}).some((value) => value !== undefined);

/** Tells whether anything was added to the client's middleware since. */
function watchMiddleware({ middlewareStack }: Reached): () => boolean {
  let added = false;
  const watched =
    <Args extends unknown[], Result>(add: (...args: Args) => Result) =>
    (...args: Args): Result => {
      added = true;
      return add(...args);
    };
  const { add, addRelativeTo, use } = middlewareStack;
  Object.assign(middlewareStack, { add: watched(add), addRelativeTo: watched(addRelativeTo), use: watched(use) });
  return () => added;
}

/** One request and its answer. @throws what the store says went wrong, in the form of the AWS client's errors */
function posting({ config }: Reached): (operation: string, body: string) => Promise<object> {
  const handler = config.requestHandler as unknown as Handler;
  let identity: Promise<string> | undefined;
  const named = async () => {
    const [{ accessKeyId }, region] = await Promise.all([config.credentials(), config.region()]);
    return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20200101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;
  };
  return async (operation, body) => {
    identity ??= named();
    const [authorization, at] = [await identity, await config.endpoint?.()];
    if (!at) throw new TypeError("A store that is reached directly needs an endpoint.");
    const headers = {
      host: at.port === undefined ? at.hostname : `${at.hostname}:${at.port}`,
      "content-type": "application/x-amz-json-1.0",
      "content-length": String(Buffer.byteLength(body)),
      "x-amz-target": `DynamoDB_20120810.${operation}`,
      "x-amz-date": "20200101T000000Z",
      authorization,
    };
    const { protocol, hostname, port } = at;
    const { response } = await handler.handle({
      method: "POST",
      protocol,
      hostname,
      port,
      path: "/",
      query: {},
      headers,
      body,
    });
    const { body: answered } = response;
    const bytes = answered instanceof Uint8Array ? answered : await config.streamCollector(answered);
    const text = Buffer.from(bytes).toString();
    const answer = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
    if (response.statusCode === 200) return answer;
    throw errorOf(response.statusCode, answer);
  };
}

function errorOf(httpStatusCode: number, answer: Record<string, unknown>): Error {
  const { __type = "UnknownError", message, Message = message, ...rest } = answer;
  const error = new Error(String(Message ?? "UnknownError"));
  const name = String(__type).replace(/^.*#/, "");
  return Object.assign(error, rest, {
    name,
    $fault: httpStatusCode < 500 ? "client" : "server",
    $metadata: { httpStatusCode },
  });
}
