import { randomBytes } from "node:crypto";
import type { Deployment } from "./deployment.ts";
import { openFront, type Text } from "./front.ts";
import { openGateway } from "./gateway.ts";
import type { Issued } from "./issued.ts";
import type { Machines } from "./machines.ts";
import type { Posted } from "./outside.ts";

/** A request that came, by the id under which API Gateway knows it. */
export interface Requested {
  method: string;
  url: string;
  id: string;
}

interface SurfaceDeps {
  machines: Machines;
  issued: Issued;
  log: (by: string, line: string) => void;
  texts: () => readonly Text[];
}

/** In the form of API Gateway's own, such as `JKJaXmPLvHcESHA=`. */
const newRequestId = (): string => `${randomBytes(11).toString("base64url")}=`;

/** The HTTP API with what browsers see of it, and a record of what was asked. */
export async function openSurface(deployment: Deployment, { machines, issued, log, texts }: SurfaceDeps) {
  const requests: Requested[] = [];
  const gateway = openGateway(deployment.api, {
    invoke: (name, event) => machines.invoker.invoke(name, event),
    now: machines.engine.now,
    newRequestId,
    log: (line) => log("Gateway", line),
  });
  const { url, close } = await openFront({
    origin: deployment.origin,
    texts,
    gateway: async (request) => {
      const reply = await gateway(request);
      issued.request(request, reply);
      requests.push({ method: request.method, url: request.url, id: reply.requestId });
      return reply;
    },
  });
  return { url, close, requests };
}

/** The text messages among what was posted outside, newest first. */
export const textsIn = (posted: readonly Posted[]): Text[] =>
  posted
    .filter(({ host }) => host.startsWith("sms."))
    .map(({ json }) => ({ recipient: String(json.to), body: String(json.body) }))
    .reverse();
