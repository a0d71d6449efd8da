import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { attachMeter, type Meter } from "./meter.ts";
import { patientRetries, type Waiting } from "./retry.ts";
import { storeFault } from "./store-fault.ts";

/** How a composition root wants its client. */
export interface ClientOptions extends Waiting {
  /** Endpoint, region, credentials; whatever is left out comes from the environment as the AWS client reads it. */
  config?: DynamoDBClientConfig;
  /**
   * The store is dynoxide: the client's own token on transactions is left out, since it slows down as tokens pile up, and
   * forgets them.
   */
  dropAutoToken?: boolean;
  meter?: Meter;
}

const timeouts = {
  connectionTimeout: 5_000,
  requestTimeout: 10_000,
  throwOnRequestTimeout: true,
  socketAcquisitionWarningTimeout: 60_000,
  httpAgent: { keepAlive: true, maxSockets: 128 },
  httpsAgent: { keepAlive: true, maxSockets: 128 },
};

/**
 * A document client that comes again by itself and speaks our refusals.
 *
 * @throws `store.busy` and `store.unavailable` from every command, also through ElectroDB
 */
export function documentClient({ config, dropAutoToken, meter, ...waiting }: ClientOptions = {}) {
  const client = new DynamoDBClient({
    retryStrategy: patientRetries(waiting),
    requestHandler: timeouts,
    ...config,
  });
  // It takes every answer apart to hide what is sensitive from a log, also when there is none.
  if (!config?.logger) client.middlewareStack.remove("loggerMiddleware");
  speakRefusals(client);
  if (meter) attachMeter(client, meter);
  if (dropAutoToken) leaveOutAutoToken(client);
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

function speakRefusals(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw storeFault(error);
      }
    },
    { step: "initialize", priority: "high", name: "speakRefusals" },
  );
}

interface SerializedRequest {
  body: string | Uint8Array;
  headers: Record<string, string>;
}

/** The token is made while the request is serialized, so it can only be taken out of the body. */
function leaveOutAutoToken(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { ClientRequestToken: ours } = args.input as { ClientRequestToken?: string };
      if (context.commandName === "TransactWriteItemsCommand" && !ours) {
        const request = args.request as SerializedRequest;
        const body = JSON.parse(
          typeof request.body === "string" ? request.body : new TextDecoder().decode(request.body),
        );
        delete body.ClientRequestToken;
        request.body = JSON.stringify(body);
        request.headers["content-length"] = String(Buffer.byteLength(request.body));
      }
      return next(args);
    },
    { step: "build", name: "leaveOutAutoToken" },
  );
}
