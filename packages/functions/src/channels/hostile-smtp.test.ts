import type { Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { endlessly, rawServer } from "./hostile.fixture.ts";
import { type MailLimits, smtpChannel } from "./smtp.ts";

const parcel = { key: "msg_1", to: "xiaoming@example.com", subject: "请假已批准", body: "您的请假已批准。" };
const STEPS = ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "dot"] as const;
type Step = (typeof STEPS)[number];
const WAYS = {
  "says nothing": () => {},
  "trickles its answer": (socket: Socket) => endlessly(socket, "2", 10),
  "answers without an end": (socket: Socket) => endlessly(socket, `250-${"x".repeat(60_000)}\r\n`),
  "hangs up": (socket: Socket) => socket.destroy(),
} as const;

/** A mail server that keeps to the protocol until one step. */
const until =
  (last: Step, fail: (socket: Socket) => void, mails: string[] = []) =>
  (socket: Socket) => {
    let text = "";
    let isData = false;
    const reach = (step: Step, answer: string) => (step === last ? fail(socket) : void socket.write(`${answer}\r\n`));
    reach("greeting", "220 hello");
    socket.on("data", (chunk) => {
      text += chunk;
      for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n")) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        const command = line.slice(0, 4).toUpperCase();
        if (isData && line === ".") {
          isData = false;
          mails.push(line);
          reach("dot", "250 taken");
        } else if (isData) continue;
        else if (command === "DATA") {
          isData = last !== "DATA";
          reach("DATA", "354 go on");
        } else if (command === "EHLO" || command === "MAIL" || command === "RCPT") reach(command, "250 fine");
      }
    });
  };

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const FOREVER = 600_000;
async function mailTo(serve: (socket: Socket) => void, limits: Partial<MailLimits>) {
  const server = await rawServer(serve);
  const mail = smtpChannel(
    { host: "127.0.0.1", port: server.port, secure: false, allowPlain: true, from: "yigong@example.com" },
    { silenceMs: FOREVER, wholeMs: FOREVER, ...limits },
  );
  closing.push(server.close, mail.close);
  return { server, mail };
}

const outcomeOf = (sending: Promise<void>) =>
  sending.then(
    () => "sent",
    (error) => error.code,
  );

describe.each(STEPS)("a mail server that fails at its %s", (step) => {
  it.each(Object.entries(WAYS))("and %s is given up in its time, and asked again", async (_how, fail) => {
    const { mail } = await mailTo(until(step, fail), { wholeMs: 150 });
    const begun = performance.now();

    // More than there are connections: who waits for one has the same limit.
    const sendings = Array.from({ length: 8 }, (_, at) => outcomeOf(mail.send({ ...parcel, key: String(at) })));

    expect(new Set(await Promise.all(sendings))).toEqual(new Set(["channel.unavailable"]));
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it("is left at once when a signal says so", async () => {
    const { mail } = await mailTo(until(step, WAYS["says nothing"]), {});
    const stop = new AbortController();
    const sendings = Array.from({ length: 8 }, () => outcomeOf(mail.send(parcel, stop.signal)));
    stop.abort();

    expect(new Set(await Promise.all(sendings))).toEqual(new Set(["channel.unavailable"]));
  });
});

describe("a mail server that is slow", () => {
  it("is silent for no longer than its limit", async () => {
    const { mail } = await mailTo(until("EHLO", WAYS["says nothing"]), { silenceMs: 100 });

    expect(await outcomeOf(mail.send(parcel))).toBe("channel.unavailable");
  });

  it("gets all mails over three connections at the most, each once", async () => {
    const mails: string[] = [];
    let most = 0;
    const serve = until("greeting", (socket) => void socket.write("220 hello\r\n"), mails);
    const { mail, server } = await mailTo((socket) => {
      most = Math.max(most, server.open());
      serve(socket);
    }, {});
    await Promise.all(Array.from({ length: 250 }, (_, at) => mail.send({ ...parcel, key: String(at) })));

    expect([mails.length, most]).toEqual([250, 3]);
  });
});
