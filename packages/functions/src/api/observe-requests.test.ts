import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { recorded } from "@yigong/testing/recorded-observe.ts";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { edgeRefusal } from "../lib/edge.refusals.ts";
import { observeRequests } from "./observe-requests.ts";
import { onError, problem } from "./problem.ts";

/** An app with a page whose address is a secret, inside another as on one machine. */
function appOf() {
  const said = recorded();
  const inner = new Hono<{ Variables: { actor: unknown } }>()
    .use("*", observeRequests({ observe: said.observe, newRequestId: () => "req_1" }))
    .onError(onError((error, route) => said.observe.fault(`request ${route}`, error)))
    .get("/s/:token", (c) => c.text("thanks"))
    .get("/things/:id", (c) => {
      c.set("actor", { memberId: "mem_1", grants: [{ role: "teamLead" }, { role: "auditor" }, { role: "teamLead" }] });
      if (c.req.param("id") === "broken") throw new TypeError("secret");
      throw new Refusal("conflict", "thing.taken", "Zhang San has it.");
    });
  const app = new Hono().notFound((c) => problem(c, edgeRefusal("route.missing"))).route("/", inner);
  return { ...said, app };
}

const LINE = { method: "GET", ms: expect.any(Number), roles: undefined, code: undefined };

describe("a request", () => {
  it("is one line with its route's pattern, under an id that is in the answer", async () => {
    const { app, lines, counts } = appOf();
    const answer = await app.request("/s/q7x2m?from=13800001111");

    expect(answer.headers.get("x-request-id")).toBe("req_1");
    expect(lines).toEqual([["request", { ...LINE, route: "/s/:token", status: 200 }, "req_1"]]);
    expect(counts).toEqual({ Requests: 1 });
  });

  it("that is refused has the code, the kinds of roles of who asked, and its id in the problem", async () => {
    const { app, lines, counts } = appOf();
    const answer = await app.request("/things/13800001111");
    const refused = { route: "/things/:id", status: 409, code: "thing.taken", roles: "auditor teamLead" };

    expect(await answer.json()).toMatchObject({ requestId: "req_1", code: "thing.taken" });
    expect(lines).toEqual([["request", { ...LINE, ...refused }, "req_1"]]);
    expect(counts).toEqual({ Requests: 1, Refusals: 1 });
  });

  it("that meets a mistake of ours is a fault by its route's pattern, under its id", async () => {
    const { app, faults, counts } = appOf();
    const answer = await app.request("/things/broken");

    expect(await answer.json()).toMatchObject({ requestId: "req_1", code: "internal" });
    expect(faults).toEqual([["request /things/:id", expect.any(TypeError), "req_1"]]);
    expect(counts).toEqual({ Requests: 1, Faults: 1 });
  });

  it("that nobody answers has no route", async () => {
    const { app, lines } = appOf();
    await app.request("/nowhere/13800001111");

    expect(lines).toEqual([["request", { ...LINE, route: "none", status: 404, code: "route.missing" }, "req_1"]]);
  });

  it("goes by the name that the platform gave it, as far as a correlation may be that, and by no client's", async () => {
    const { app, lines } = appOf();
    const ask = () => app.request("/s/1", { headers: { "x-request-id": "mine" } });
    const [named, unnamed] = [await withCorrelation("JKJaXmPLvHcESHA=", ask), await ask()];

    expect([named, unnamed].map(({ headers }) => headers.get("x-request-id"))).toEqual(["JKJaXmPLvHcESHA=", "req_1"]);
    expect(lines.map(([, , correlation]) => correlation)).toEqual(["JKJaXmPLvHcESHA=", "req_1"]);
  });
});
