import type { Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { gatewayChannel } from "./gateway.ts";
import { endlessly, rawServer } from "./hostile.fixture.ts";
import { robotBoard } from "./robot.ts";

const LIMIT_MS = 500;
/** Far below what a hostile server sends in that time, far above what a bounded answer takes. */
const MOST_BYTES = 96 * 1_048_576;
const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
const MEGABYTE = Buffer.alloc(1_048_576, 0x20);

type Serve = (socket: Socket) => void;
/** Answers once the request has begun to come. */
const answering =
  (answer: Serve): Serve =>
  (socket) =>
    socket.once("data", () => answer(socket));

/** What a gateway may do, and what an office robot and a gateway make of it; a gateway is taken at its status. */
const HOSTILE: [what: string, serve: Serve, robot: string, gateway: string][] = [
  ["never answers", () => {}, "channel.unavailable", "channel.unavailable"],
  ["hangs up at once", (socket) => socket.destroy(), "channel.unavailable", "channel.unavailable"],
  [
    "trickles its head",
    answering((socket) => endlessly(socket, "H", 10)),
    "channel.unavailable",
    "channel.unavailable",
  ],
  [
    "sends a head of a gigabyte",
    answering((socket) => {
      socket.write(`${HEAD}x-long: `);
      endlessly(socket, Buffer.alloc(1_048_576, 0x61));
    }),
    "channel.unavailable",
    "channel.unavailable",
  ],
  [
    "answers without an end",
    answering((socket) => {
      socket.write(`${HEAD}\r\n`);
      endlessly(socket, MEGABYTE);
    }),
    "channel.unavailable",
    "sent",
  ],
  [
    "refuses without an end",
    answering((socket) => {
      socket.write("HTTP/1.1 403 Forbidden\r\n\r\n");
      endlessly(socket, MEGABYTE);
    }),
    "channel.rejected",
    "channel.rejected",
  ],
  [
    "trickles its answer",
    answering((socket) => {
      socket.write(`${HEAD}content-length: 1000\r\n\r\n`);
      endlessly(socket, " ", 10);
    }),
    "channel.unavailable",
    "sent",
  ],
  [
    "hangs in its answer",
    answering((socket) => socket.write(`${HEAD}content-length: 13\r\n\r\n{"errcode`)),
    "channel.unavailable",
    "sent",
  ],
  [
    "hangs up in its answer",
    answering((socket) => socket.end(`${HEAD}content-length: 13\r\n\r\n{"errcode`)),
    "channel.unavailable",
    "sent",
  ],
  [
    "sends elsewhere",
    answering((socket) => socket.end("HTTP/1.1 307 Moved\r\nlocation: http://127.0.0.1:1/\r\n\r\n")),
    "channel.unavailable",
    "channel.unavailable",
  ],
];

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const hostile = async (serve: Serve) => {
  const server = await rawServer(serve);
  closing.push(server.close);
  return { server, url: `http://127.0.0.1:${server.port}/` };
};

const http = (timeoutMs: number) => ({ fetch, timeoutMs, now: () => new Date(0) });
const parcel = { key: "msg_1", to: "13812345678", subject: "请假已批准", body: "您的请假已批准。" };
const outcomeOf = (sending: Promise<void>) =>
  sending.then(
    () => "sent",
    (error) => error.code,
  );

describe.each(HOSTILE)("a gateway that %s", (_what, serve, robot, gateway) => {
  it("is given up in its time, with little read", async () => {
    const { url } = await hostile(serve);
    const before = process.memoryUsage().rss;
    const begun = performance.now();
    const posting = robotBoard({ kind: "wecom", url }, http(LIMIT_MS)).post({
      key: "a",
      title: "公告",
      paragraphs: [],
    });
    const sending = gatewayChannel({ name: "sms", url }, http(LIMIT_MS)).send(parcel);
    const outcomes = await Promise.all([outcomeOf(posting), outcomeOf(sending)]);

    expect(outcomes).toEqual([robot, gateway]);
    expect(performance.now() - begun).toBeLessThan(20 * LIMIT_MS);
    expect(process.memoryUsage().rss - before).toBeLessThan(MOST_BYTES);
  });
});

describe("a signal", () => {
  it("ends a request at once, long before its own limit", async () => {
    const { url, server } = await hostile(() => {});
    const stop = new AbortController();
    const sending = gatewayChannel({ name: "im", url }, http(600_000)).send(parcel, stop.signal);
    stop.abort();

    expect(await outcomeOf(sending)).toBe("channel.unavailable");
    expect(server.open()).toBeLessThanOrEqual(1);
  });
});
