import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A message as a company's gateway takes it. */
export interface Taken {
  key: string;
  to: string;
  subject: string;
}

/** A gateway for office messages that remembers all it took, and knows no keys: what comes twice is sent twice. */
export async function openGateway() {
  const taken: Taken[] = [];
  let isDown = false;
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => {
      body += part;
    });
    request.on("end", () => {
      if (isDown) return void response.writeHead(503).end();
      taken.push(JSON.parse(body) as Taken);
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    taken,
    /** Takes nothing until it is up again. */
    goDown: () => {
      isDown = true;
    },
    goUp: () => {
      isDown = false;
    },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
