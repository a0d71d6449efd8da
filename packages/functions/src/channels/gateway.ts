import type { Channel } from "@yigong/application/ports/channels.ts";
import { type Http, postForStatus } from "./post-json.ts";

/** A company's own gateway for SMS or for messages in its office system. */
export interface Gateway {
  /** What it is called in errors. */
  name: "sms" | "im";
  url: string;
  /** Sent as a bearer token. */
  token?: string | undefined;
}

/**
 * Sends through an HTTP gateway: `POST {key, reference, to, subject, body}` with `Idempotency-Key`; any 2xx is taken,
 * whatever follows it. A gateway that knows what became of it tells `POST /api/v1/outbox/receipts` by the reference.
 *
 * Vendors differ in every detail; a company puts its vendor's form behind this one.
 * @throws `channel.unavailable` for 5xx, 408, 425, 429, timeouts and lost connections; `channel.rejected` for other 4xx
 */
export const gatewayChannel = ({ name, url, token }: Gateway, http: Http): Channel => ({
  async send({ key, reference, to, subject, body }, signal) {
    const bearer = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const headers = { "idempotency-key": key, ...bearer };
    await postForStatus(http, { channel: name, url, headers, json: { key, reference, to, subject, body }, signal });
  },
});
