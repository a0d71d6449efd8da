import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { call, signInAddress } from "./call.ts";
import { passes, Refused, Unreached } from "./problem.ts";
import { nextLook } from "./use-reading.ts";

const asked: Request[] = [];
const answering = (respond: () => Response | Promise<Response>) =>
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push(new Request(`http://localhost:3000${path}`, init));
    return respond();
  });
const json = (body: unknown, status = 200) => Response.json(body, { status });

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("navigator", { languages: ["en-GB"] });
});
afterEach(() => vi.unstubAllGlobals());

describe("a call", () => {
  it("fills the path, leaves out what was not asked, and says the reader's language", async () => {
    answering(() => json({ items: [] }));
    await call("GET /activities/{id}/leaves", { path: { id: "act_1/../x" }, query: { limit: 200, cursor: undefined } });

    expect(asked[0]?.url).toBe("http://localhost:3000/api/v1/activities/act_1%2F..%2Fx/leaves?limit=200");
    expect(asked[0]?.headers.get("accept-language")).toBe("en");
  });

  it("sends what it was given once, under one key", async () => {
    answering(() => json({}));
    await call("POST /activities/{id}/diaries", {
      path: { id: "act_1" },
      once: "key-0001",
      body: { text: "服务了一天" },
    });

    expect(asked.at(-1)?.headers.get("idempotency-key")).toBe("key-0001");
    expect(await asked.at(-1)?.json()).toEqual({ text: "服务了一天" });
  });

  it("throws what the API said in its own words", async () => {
    answering(() => json({ title: "不能报名", detail: "招募已截止", code: "lifecycle.stage_closed" }, 409));
    const refused = await call("GET /me/home").catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({
      status: 409,
      code: "lifecycle.stage_closed",
      title: "不能报名",
      message: "招募已截止",
    });
  });

  it("takes no answer, and a page of a gateway, for not reached", async () => {
    answering(() => Promise.reject(new TypeError("Failed to fetch")));
    await expect(call("GET /me/home")).rejects.toBeInstanceOf(Unreached);
    answering(() => new Response("<html>captive portal</html>"));

    await expect(call("GET /me/home")).rejects.toBeInstanceOf(Unreached);
  });
});

it("comes back from signing in to the page that was asked for", () => {
  const address = signInAddress({ pathname: "/m/covers/cov_1", search: "?a=b&c" } as Location);

  expect(address).toBe("/sign-in?next=%2Fm%2Fcovers%2Fcov_1%3Fa%3Db%26c");
});

it("tries again what may pass, and nothing that was decided", () => {
  expect([new Unreached(), new Refused(503, {}), new Refused(429, {})].map(passes)).toEqual([true, true, true]);
  expect([new Refused(400, {}), new Refused(409, {}), new Refused(500, {}), new Error()].map(passes)).toEqual([
    ...[false, false, false, false],
  ]);
});

it("looks every five seconds with jitter, and every thirty while hidden", () => {
  expect([nextLook(false, 0), nextLook(false, 0.5), nextLook(false, 1)]).toEqual([4250, 5000, 5750]);
  expect([nextLook(true, 0), nextLook(true, 0.5), nextLook(true, 1)]).toEqual([25_500, 30_000, 34_500]);
});
