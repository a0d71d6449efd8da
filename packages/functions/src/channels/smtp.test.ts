import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { smtpChannel } from "./smtp.ts";

const from = "义工联盟 <yigong@example.com>";
const parcel = {
  key: "msg_1",
  to: "xiaoming@example.com",
  subject: "「净滩行」请假已批准",
  body: "您的请假已批准，无需到场。\n谢谢。",
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A mail server on loopback that keeps what it gets, and a channel to it. */
async function mailServer(options: SMTPServerOptions = {}) {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
    ...options,
  });
  // A client that is turned away closes its connection; the server reports that as an error of its own.
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  const mail = smtpChannel({
    host: "127.0.0.1",
    port,
    secure: false,
    allowPlain: true,
    from,
    ...(options.authMethods && { user: "u", password: "s3cret" }),
  });
  closing.push(() => new Promise<void>((closed) => server.close(closed)), mail.close);
  return { mails, mail, port };
}

const saying = (responseCode: number) => Object.assign(new Error("no"), { responseCode });

describe("mail", () => {
  it("arrives with its Chinese subject, sender and text", async () => {
    const { mails, mail } = await mailServer();
    await mail.send(parcel);

    expect(mails[0]).toMatchObject({ subject: parcel.subject, text: parcel.body });
    expect(mails[0]?.from?.value).toEqual([{ name: "义工联盟", address: "yigong@example.com" }]);
    expect(mails[0]?.to).toMatchObject({ text: "xiaoming@example.com" });
  });

  it("has one id each time that it is sent, and another for another message", async () => {
    const { mails, mail } = await mailServer();
    for (const key of ["msg_1", "msg_1", "msg_2"]) await mail.send({ ...parcel, key });
    const ids = mails.map(({ messageId }) => messageId);

    expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false]);
    expect(ids[0]).toMatch(/@example\.com>$/);
  });

  it("goes to nobody else, whatever stands in a subject or an address", async () => {
    const recipients: string[] = [];
    const { mails, mail } = await mailServer({
      onRcptTo: ({ address }, _session, done) => {
        recipients.push(address);
        done();
      },
    });
    await mail.send({ ...parcel, subject: "请假\r\nBcc: spy@example.com" });
    const odd = ["a@example.com, spy@example.com", "a@example.com\r\nRCPT TO:<spy@example.com>", ""];
    const codes = await Promise.all(odd.map((to) => mail.send({ ...parcel, to }).catch((error) => error.code)));

    expect(recipients.filter((address) => address === "spy@example.com")).toEqual([]);
    expect(mails[0]?.bcc).toBeUndefined();
    expect(codes.at(-1)).toBe("channel.rejected");
  });

  it.each([
    [550, "channel.rejected"],
    [450, "channel.unavailable"],
  ])("refused with %i is %s", async (status, code) => {
    const { mail } = await mailServer({ onRcptTo: (_address, _session, done) => done(saying(status)) });

    await expect(mail.send(parcel)).rejects.toMatchObject({ code });
  });

  it("is tried again when the server does not take the sender", async () => {
    const { mail } = await mailServer({ onMailFrom: (_address, _session, done) => done(saying(553)) });

    await expect(mail.send(parcel)).rejects.toMatchObject({ code: "channel.unavailable" });
  });

  it("is tried again when the server does not let us in: that is our setting, not this message", async () => {
    const { mail } = await mailServer({
      authOptional: false,
      authMethods: ["PLAIN"],
      onAuth: (_auth, _session, done) => done(saying(535)),
    });
    const error = await mail.send(parcel).catch((caught: unknown) => caught);

    expect(error).toMatchObject({ code: "channel.unavailable" });
    expect(String(error)).not.toContain("s3cret");
  });

  it("is tried again when no server is there", async () => {
    const { mail, port } = await mailServer();
    await closing.shift()?.();
    mail.close();
    const lonely = smtpChannel({ host: "127.0.0.1", port, secure: false, allowPlain: true, from });
    closing.push(lonely.close);

    await expect(lonely.send(parcel)).rejects.toMatchObject({ code: "channel.unavailable" });
  });

  it("is never sent in the clear unless that is allowed", async () => {
    const { mails, port } = await mailServer();
    const careful = smtpChannel({ host: "127.0.0.1", port, secure: false, from });
    closing.push(careful.close);

    await expect(careful.send(parcel)).rejects.toMatchObject({ code: "channel.unavailable" });
    expect(mails).toEqual([]);
  });
});
