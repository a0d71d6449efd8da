import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerKeyOf, claimOf, doorOf, type Hmac, happinessKeyOf, isLive, isRowed, isSealed, tokenOf } from "./link.ts";

const hmac: Hmac = (purpose, text) => createHmac("sha256", `key of ${purpose}`).update(text).digest();
const recipient = { activityId: "act_1", clientId: "cli_0001", issue: 1 };

/** A text's keyed hash in RFC 4648 base32. */
function base32Of(purpose: string, text: string): string {
  const bytes = createHmac("sha256", `key of ${purpose}`).update(text).digest().subarray(0, 20);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? [])
    .map((five) => "abcdefghijklmnopqrstuvwxyz234567"[Number.parseInt(five, 2)])
    .join("");
}

describe("a link's token", () => {
  it("is the survey's door, client, issue, and 160 bits of the keyed hash of activity, client and issue", () => {
    const door = base32Of("survey.door", "act_1").slice(0, 12);
    const seal = base32Of("survey.token", "act_1|cli_0001|1");

    expect(tokenOf(hmac, recipient)).toBe(`${door}aabb${seal}`);
    expect(doorOf(hmac, "act_1")).toBe(door);
  });

  it.each([
    [1, 1],
    [32, 2],
    [5000, 3],
  ])("says of client %i and issue %i whom it is for", (client, issue) => {
    const clientId = `cli_${String(client).padStart(4, "0")}`;
    const token = tokenOf(hmac, { ...recipient, clientId, issue });

    expect(claimOf(token)).toEqual({ door: doorOf(hmac, "act_1"), clientId, issue });
    expect(isSealed(hmac, token, { activityId: "act_1", clientId, issue })).toBe(true);
  });

  it("is sealed for nobody else, no other issue and no other activity", () => {
    const token = tokenOf(hmac, recipient);
    const others = [{ issue: 2 }, { clientId: "cli_0002" }, { activityId: "act_2" }];

    expect(others.map((other) => isSealed(hmac, token, { ...recipient, ...other }))).toEqual([false, false, false]);
  });

  it("is not sealed when a single character of it was changed", () => {
    const token = tokenOf(hmac, recipient);
    const changed = Array.from(token, (character, at) => {
      const other = character === "a" ? "b" : "a";
      return `${token.slice(0, at)}${other}${token.slice(at + 1)}`;
    });

    expect(changed.filter((one) => isSealed(hmac, one, recipient))).toEqual([]);
  });

  it.each(["", "a".repeat(47), "a".repeat(49), `${"a".repeat(47)}A`, `${"a".repeat(47)}1`, "a".repeat(32)])(
    "%j says nothing",
    (text) => {
      expect(claimOf(text)).toBeUndefined();
    },
  );

  it("is told from one whose link has a row", () => {
    expect([isRowed("a".repeat(32)), isRowed(tokenOf(hmac, recipient))]).toEqual([true, false]);
  });
});

it("takes an answer until its end, while its client has not answered and no newer one went out", () => {
  const link = { ...recipient, state: "issued" } as const;
  const [expiresAt, before] = ["2026-10-20T10:00:00.000Z", "2026-10-20T09:59:59.999Z"];

  expect(isLive(link, { at: before, sent: 0 })).toBe(true);
  expect(isLive(link, { at: before, sent: recipient.issue })).toBe(true);
  expect(isLive(link, { at: before, sent: recipient.issue + 1 })).toBe(false);
  expect(isLive({ ...link, expiresAt }, { at: before, sent: 0 })).toBe(true);
  expect(isLive({ ...link, expiresAt }, { at: expiresAt, sent: 0 })).toBe(false);
  expect(isLive({ ...link, state: "answered" }, { at: before, sent: 0 })).toBe(false);
  expect(isLive(undefined, { at: before, sent: 0 })).toBe(false);
});

it("keys answers by client whatever the issue, and never as tokens are", () => {
  const answerKey = answerKeyOf(hmac, recipient);

  expect(answerKeyOf(hmac, { ...recipient, clientId: "cli_0002" })).not.toBe(answerKey);
  expect(happinessKeyOf(hmac, { activityId: "cli_0001", memberId: "act_1" })).not.toBe(answerKey);
});
