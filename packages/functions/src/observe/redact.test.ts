import { describe, expect, it } from "vitest";
import { redacted } from "./redact.ts";

const ID = "act_01k4abcdefghjkmnpqrs123456";

describe("a text of the log", () => {
  it.each([
    ["call 13800001111 back", "call <digits> back"],
    ["138-0000-1111, 138 0000 1111", "<digits>, <digits>"],
    ["identity 32120119850101123X", "identity <digits>X"],
    ["code 482913", "code <digits>"],
    ["mail zhang.san+x@example.com bounced", "mail <mail> bounced"],
    ["RCPT TO:<root@localhost>", "RCPT TO:<<mail>>"],
    ["open https://yigong.example/s/abc?x=1 now", "open <link> now"],
    ["GET /s/q7x2m 404", "GET <link> 404"],
    ["Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtZW1fMSJ9.c2lnbmF0dXJlMTIzNDU2Nzg5", "Bearer <token>.<token>.<token>"],
    ["AAAAKgAAAAIAAAAA1x+Fq==", "<token>"],
    ["张三：请假，家中有事", "<text>"],
    ["line\nbreak\t\u001b[31m", "line<text>break<text>[31m"],
  ])("%j becomes %j", (text, shown) => {
    expect(redacted(text)).toBe(shown);
  });

  it.each([
    ID,
    `${ID}-12`,
    `nudge:${ID}:14`,
    `message.send#cover.offered#${ID}.2026-09-09T10:00:00.000Z`,
    "3f2b1a9c-1111-4222-8333-123456789012",
    "/api/v1/activities/:id/sessions/:sessionId/check-in",
    "lifecycle.superseded",
    "packages/core/src/outbox/outbox.store.ts:58",
    "node_modules/@aws-sdk/client-sfn/dist-cjs/index.js:12",
  ])("%j stays as it is", (text) => {
    expect(redacted(text)).toBe(text);
  });

  it("hides a token that only begins like an id", () => {
    expect(redacted(`${ID}7q2`)).toBe("<token>");
  });
});
