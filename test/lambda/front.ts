import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Received } from "@yigong/testing/signature.ts";
import { type Reply, receive, send } from "./aws-server.ts";

/** A text message that was handed to the company's gateway. */
export interface Text {
  recipient: string;
  body: string;
}

interface FrontDeps {
  /** Where people reach the installation. */
  origin: string;
  gateway: (request: Received) => Promise<Reply>;
  /** Newest first. */
  texts: () => readonly Text[];
}

/**
 * What a browser sees of the installation's address, on loopback: requests arrive as if they had been sent there.
 *
 * `/inbox.json` shows the text messages as one machine's inbox does, with links that lead here.
 */
export async function openFront({ origin, gateway, texts }: FrontDeps) {
  let here = "";
  const answer = async (request: Received): Promise<Reply> => {
    if (request.url.startsWith("/inbox.json")) {
      const items = texts().map((text) => ({ ...text, body: text.body.replaceAll(origin, here) }));
      return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify({ items }) };
    }
    const headers = { ...request.headers, host: new URL(origin).host, "x-forwarded-proto": "https" };
    return gateway({ ...request, headers: headers.origin === here ? { ...headers, origin } : headers });
  };
  const server = createServer((request, response) => {
    receive(request)
      .then(answer)
      .then((reply) => send(response, reply))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: here,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
