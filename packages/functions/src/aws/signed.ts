import { AwsV4Signer } from "aws4fetch";
import { edgeRefusal } from "../lib/edge.refusals.ts";
import { credentialsOf, type Endpoint, type Env, endpointOf, type Service } from "./endpoint.ts";

/** What a client of ours is made of; all but the environment is given in tests only. */
export interface Signing {
  env: Env;
  /** The instant that goes into a signature. */
  now?: () => Date;
  /** A number in [0, 1): jitter of pauses, which decides nothing. */
  random?: () => number;
  pause?: (milliseconds: number) => Promise<void>;
}

export interface SignedRequest {
  method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  url: URL;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  /** Tries in all, 4 when left out; 1 for what must not be done twice. */
  tries?: number;
  /** Aborted when there is no more time. */
  signal?: AbortSignal | undefined;
}

/** A service reached with signed requests: what costs a bundle a hundredth of AWS's own client. */
export interface SignedClient {
  endpoint: Endpoint;
  /**
   * Sends a request and hands back what was answered, whatever its status; comes again after 5xx, throttling and lost
   * connections.
   *
   * @throws `aws.unavailable` when no try was answered
   */
  send(request: SignedRequest): Promise<Response>;
}

const TIMEOUT_MS = 10_000;
const TRIES = 4;
const BASE_MS = 50;
const LONGEST_MS = 1_000;

/** How a request's time is written in signatures, such as `20260901T080000Z`. */
export const signingTime = (at: Date): string => at.toISOString().replace(/[:-]|\.\d{3}/g, "");

const comesAgain = (status: number): boolean => status >= 500 || status === 429;

const pauseOf = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const hexOf = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString("hex");

/** A request as it goes out; each try is signed anew, as credentials and clocks move on. */
async function signed({ method, url, headers, body }: SignedRequest, { env, now }: Signing, endpoint: Endpoint) {
  const digest = await crypto.subtle.digest(
    "SHA-256",
    typeof body === "string" ? Buffer.from(body) : (body ?? new Uint8Array()),
  );
  const signer = new AwsV4Signer({
    ...credentialsFor(env),
    method,
    url: url.href,
    headers: { ...headers, "x-amz-content-sha256": hexOf(digest) },
    service: endpoint.signedAs,
    region: endpoint.region,
    datetime: signingTime(now?.() ?? new Date()),
    ...(body === undefined ? {} : { body }),
  });
  return signer.sign();
}

/** As the signer wants them: it takes no property that is there and undefined. */
export function credentialsFor(env: Env) {
  const { sessionToken, ...keys } = credentialsOf(env);
  return { ...keys, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

async function tryOnce(request: SignedRequest, signing: Signing, endpoint: Endpoint): Promise<Response> {
  const { url, method, headers } = await signed(request, signing, endpoint);
  const { body, signal } = request;
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const init = {
    method,
    headers,
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    redirect: "error" as const,
  };
  return fetch(url, body === undefined ? init : { ...init, body });
}

/** Opens a service. Region, endpoint and credentials come from the environment, as for AWS's own clients. */
export function signedClient(service: Service, signing: Signing): SignedClient {
  const endpoint = endpointOf(service, signing.env);
  const { random = Math.random, pause = pauseOf } = signing;
  return {
    endpoint,
    async send(request) {
      const { tries = TRIES } = request;
      for (let made = 1; ; made += 1) {
        const answer = await tryOnce(request, signing, endpoint).catch((error: unknown) => error as Error);
        const isLast = made >= tries;
        if (answer instanceof Response) {
          if (isLast || !comesAgain(answer.status)) return answer;
          await answer.body?.cancel();
        } else if (isLast) throw unanswered(service, answer);
        await pause(random() * Math.min(LONGEST_MS, BASE_MS * 2 ** made));
      }
    },
  };
}

const unanswered = (service: Service, cause: Error) => edgeRefusal("aws.unavailable", { service }, { cause });
