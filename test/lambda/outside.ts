import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { receive, send } from "./aws-server.ts";

/** What was posted to somebody else's server. */
export interface Posted {
  host: string;
  path: string;
  json: Record<string, unknown>;
}

/** Every server outside at once: takes what is posted, each key once, as the gateways of a company would. */
export async function openOutside() {
  const posted: Posted[] = [];
  const keys = new Set<string>();
  let isDown = false;
  const server = createServer((request, response) => {
    receive(request)
      .then(({ url, body }) => {
        if (isDown) return send(response, { status: 503 });
        const [, host = "", ...path] = url.split("/");
        const json = JSON.parse(body.toString("utf8")) as Record<string, unknown>;
        const key = `${host} ${String(json.key)}`;
        if (json.key === undefined || !keys.has(key)) posted.push({ host, path: path.join("/"), json });
        keys.add(key);
        const answer = JSON.stringify({ errcode: 0, code: 0 });
        send(response, { status: 200, headers: { "content-type": "application/json" }, body: answer });
      })
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    /** While something is done, nobody outside takes anything. */
    async outage<Result>(run: () => Promise<Result>): Promise<Result> {
      isDown = true;
      return run().finally(() => {
        isDown = false;
      });
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
