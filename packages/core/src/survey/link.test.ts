import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerKeyOf, type Hmac, happinessKeyOf, hashOf, isLive, linkTo, Token, tokenOf } from "./link.ts";

const hmac: Hmac = (purpose, text) => createHmac("sha256", `key of ${purpose}`).update(text).digest();
const recipient = { activityId: "act_1", clientId: "cli_0001", issue: 1 };

describe("a link", () => {
  it("holds the first 160 bits of the keyed hash of activity, client and issue", () => {
    const bytes = createHmac("sha256", "key of survey.token").update("act_1|cli_0001|1").digest().subarray(0, 20);
    const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    const expected = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join("");

    expect(tokenOf(hmac, recipient)).toBe(expected);
    expect(Token.safeParse(expected).success).toBe(true);
  });

  it("is another for another issue, client or activity", () => {
    const others = [{ issue: 2 }, { clientId: "cli_0002" }, { activityId: "act_2" }].map((other) =>
      tokenOf(hmac, { ...recipient, ...other }),
    );

    expect(new Set([tokenOf(hmac, recipient), ...others]).size).toBe(4);
  });

  it("leaves no trace of its token in the row that finds it", () => {
    const { token, link } = linkTo(hmac, recipient, "2026-09-20T10:00:00.000Z");

    expect(JSON.stringify(link)).not.toContain(token);
    expect(link.hash).toBe(hashOf(hmac, token));
  });

  it("lives until its end, while nobody answered and no newer one went out", () => {
    const { link } = linkTo(hmac, recipient, "2026-09-20T10:00:00.000Z");
    const before = "2026-10-20T09:59:59.999Z";

    expect(isLive(link, { at: before, sent: 0 })).toBe(true);
    expect(isLive(link, { at: before, sent: recipient.issue })).toBe(true);
    expect(isLive(link, { at: before, sent: recipient.issue + 1 })).toBe(false);
    expect(isLive(link, { at: "2026-10-20T10:00:00.000Z", sent: 0 })).toBe(false);
    expect(isLive({ ...link, state: "answered" }, { at: before, sent: 0 })).toBe(false);
    expect(isLive(undefined, { at: before, sent: 0 })).toBe(false);
  });
});

it("keys answers by client whatever the issue, and never as tokens are", () => {
  const answerKey = answerKeyOf(hmac, recipient);

  expect(answerKeyOf(hmac, { ...recipient, clientId: "cli_0002" })).not.toBe(answerKey);
  expect(happinessKeyOf(hmac, { activityId: "cli_0001", memberId: "act_1" })).not.toBe(answerKey);
});
