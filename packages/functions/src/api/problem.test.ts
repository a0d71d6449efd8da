import { type Kind, Refusal } from "@yigong/core/lib/error.ts";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { describe, expect, it } from "vitest";
import { onError } from "./problem.ts";

/** What a client is told when a route throws, and what was reported as a bug. */
async function told(thrown: Error) {
  const reported: string[] = [];
  const app = new Hono();
  app.onError(onError((error, route) => reported.push(`${route} ${error.message}`)));
  app.get("/api/v1/things/:id", () => {
    throw thrown;
  });
  const response = await app.request("/api/v1/things/7?mobile=13800000000");
  return { response, body: (await response.json()) as Record<string, unknown>, reported };
}

describe("a refusal", () => {
  it.each<[Kind, number]>([
    ["invalid", 400],
    ["unauthenticated", 401],
    ["forbidden", 403],
    ["missing", 404],
    ["conflict", 409],
    ["limited", 429],
    ["unavailable", 503],
  ])("of kind %s is answered with %i, and is no bug", async (kind, status) => {
    const { response, body, reported } = await told(new Refusal(kind, "thing.reason", "What happened, what to do."));

    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({
      type: "urn:yigong:problem:thing.reason",
      title: expect.stringMatching(/./),
      status,
      code: "thing.reason",
      detail: "What happened, what to do.",
    });
    expect(reported).toEqual([]);
  });

  it("names the path, without what the query said about people", async () => {
    const { body } = await told(new Refusal("missing", "thing.missing", "No."));

    expect(body.instance).toBe("/api/v1/things/7");
  });

  it("of something too large is answered with 413", async () => {
    const { response } = await told(new Refusal("invalid", "input.too_large", "At most 512 KB."));

    expect(response.status).toBe(413);
  });

  it.each<[Kind, string | null]>([
    ["unavailable", "1"],
    ["conflict", null],
  ])("of kind %s says when to come again: %s", async (kind, seconds) => {
    const { response } = await told(new Refusal(kind, "thing.reason", "Try again."));

    expect(response.headers.get("retry-after")).toBe(seconds);
  });
});

describe("what the framework refuses", () => {
  it.each([
    [400, "input.invalid"],
    [413, "input.too_large"],
  ] as const)("is a problem document too: %i", async (status, code) => {
    const { response, body, reported } = await told(new HTTPException(status, { message: "Malformed JSON" }));

    expect(response.status).toBe(status);
    expect(body).toMatchObject({ code, status });
    expect(body.detail).not.toContain("Malformed");
    expect(reported).toEqual([]);
  });
});

describe("a mistake of ours", () => {
  it("is answered with 500, reported once, and tells nothing of its inside", async () => {
    const { response, body, reported } = await told(new TypeError("secret of the store"));

    expect(response.status).toBe(500);
    expect(body).toMatchObject({ code: "internal", status: 500 });
    expect(JSON.stringify(body)).not.toContain("secret");
    expect(reported).toEqual(["/api/v1/things/:id secret of the store"]);
  });

  it("is what an exception of the framework with a status of 500 counts as", async () => {
    const { response, body, reported } = await told(new HTTPException(500, { message: "inside" }));

    expect(response.status).toBe(500);
    expect(body).toMatchObject({ code: "internal" });
    expect(reported).toHaveLength(1);
  });
});
