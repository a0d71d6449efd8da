import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Received } from "./signature.ts";

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** A server on loopback that keeps what it is asked, and answers each request with the next of some answers, the last one again and again; "hang up" answers nothing. */
export async function answering(...answers: (Answer | "hang up")[]) {
  const asked: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = "GET", url = "/", headers } = request;
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? { status: 200 };
    asked.push({ method, url, headers, body: Buffer.concat(chunks) });
    if (answer === "hang up") request.socket.destroy();
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
