import { answering } from "@yigong/testing/requests.ts";
import { isSignedWith, type Received, signedBy } from "@yigong/testing/signature.ts";
import type { Service } from "./endpoint.ts";
import { signedClient } from "./signed.ts";

export const KEYS = { accessKeyId: "ASIAEXAMPLE", secretAccessKey: "a+secret/of=40", sessionToken: "IQoJb3//token+=" };

/** The environment of a function, as Lambda sets it. */
export const ENV = {
  AWS_REGION: "eu-central-1",
  AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
  AWS_SESSION_TOKEN: KEYS.sessionToken,
};

/** A service on loopback in AWS's place, and our client to it. */
export async function serviceAt(service: Service, ...answers: Parameters<typeof answering>) {
  const server = await answering(...answers);
  const pauses: number[] = [];
  const client = signedClient(service, {
    env: { ...ENV, [`AWS_ENDPOINT_URL_${service}`]: server.url },
    random: () => 1,
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
  return { ...server, client, pauses };
}

/** Whose a request is and for which service, when its signature is right; else undefined. */
export function signerOf(request: Received | undefined): string | undefined {
  const signed = request && signedBy(request);
  if (!request || !signed || !isSignedWith(KEYS.secretAccessKey, request, signed)) return undefined;
  const token = request.headers["x-amz-security-token"] === KEYS.sessionToken ? "with token" : "without token";
  return `${signed.accessKeyId} ${signed.region} ${signed.service} ${token}`;
}
