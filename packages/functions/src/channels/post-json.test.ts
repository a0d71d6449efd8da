import { describe, expect, it } from "vitest";
import { gatewayChannel } from "./gateway.ts";
import { type Fetch, postJson } from "./post-json.ts";

const post = { channel: "sms", url: "https://gateway.example.com/?key=s3cret", json: {} };
const answering =
  (status: number, body = ""): Fetch =>
  async () =>
    new Response(body, { status });

/** A server that never answers: it fails as `fetch` does when its signal fires. */
const silent: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

describe("postJson", () => {
  it.each([
    [200, undefined],
    [204, undefined],
    [400, "channel.rejected"],
    [401, "channel.rejected"],
    [404, "channel.rejected"],
    [408, "channel.unavailable"],
    [425, "channel.unavailable"],
    [429, "channel.unavailable"],
    [499, "channel.rejected"],
    [500, "channel.unavailable"],
    [503, "channel.unavailable"],
  ])("takes an answer of %i as %s", async (status, code) => {
    const fetch: Fetch = async () => new Response(status === 204 ? null : "{}", { status });
    const sent = postJson({ fetch }, post).then(
      () => undefined,
      (error) => error.code,
    );

    expect(await sent).toBe(code);
  });

  it("comes again later when the server cannot be reached or does not answer in time", async () => {
    const lost: Fetch = () => Promise.reject(new TypeError("fetch failed: https://gateway.example.com/?key=s3cret"));

    await expect(postJson({ fetch: lost }, post)).rejects.toMatchObject({ kind: "unavailable" });
    await expect(postJson({ fetch: silent, timeoutMs: 1 }, post)).rejects.toMatchObject({ kind: "unavailable" });
  });

  it("names neither address nor secret when it fails", async () => {
    const lost: Fetch = () => Promise.reject(new TypeError("fetch failed: https://gateway.example.com/?key=s3cret"));
    const error = await postJson({ fetch: lost }, post).catch((caught: Error) => caught);

    expect(String(error)).not.toMatch(/gateway|s3cret/);
    expect(error).not.toHaveProperty("cause");
  });

  it("follows no redirect, which could carry the secret elsewhere", async () => {
    let redirect: string | undefined;
    const fetch: Fetch = async (url, init) => {
      redirect = init.redirect;
      return answering(200)(url, init);
    };
    await postJson({ fetch }, post);

    expect(redirect).toBe("error");
  });
});

describe("a gateway", () => {
  it("gets the message with its key, so that it can leave out a second copy", async () => {
    const requests: RequestInit[] = [];
    const fetch: Fetch = async (_, init) => {
      requests.push(init);
      return answering(202)("", {});
    };
    const sms = gatewayChannel({ name: "sms", url: "https://gateway.example.com", token: "t0ken" }, { fetch });
    await sms.send({ key: "msg_1", to: "13812345678", subject: "请假已批准", body: "您的请假已批准。" });

    expect(requests[0]?.headers).toMatchObject({ "idempotency-key": "msg_1", authorization: "Bearer t0ken" });
    expect(JSON.parse(String(requests[0]?.body))).toEqual({
      key: "msg_1",
      to: "13812345678",
      subject: "请假已批准",
      body: "您的请假已批准。",
    });
  });
});
