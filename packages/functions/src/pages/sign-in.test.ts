import { digestOf } from "@yigong/application/session/secret.ts";
import type { Identified } from "@yigong/core/identity/identity.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Browser } from "@yigong/testing/browser.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { knowing, signingInOn } from "@yigong/testing/signing-in.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const START = "2026-09-01T01:00:00.000Z";
const alliance = await testAlliance({ startAt: START });
const { given, useCases, clock } = alliance;
const ANNA: Identified = { provider: "oidc", tenant: "https://id.example", subject: "u-1", employeeNumber: "000101" };
const told = { account: ANNA };
const { browser } = signingInOn(alliance, { ways: [knowing(told)] });

afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  told.account = ANNA;
  await given.member(1, { employeeNumber: "000101", mobile: "13800000001" });
  await given.member(2, { employeeNumber: "000102", mobile: "13800000002" });
});

const whose = async ({ cookies }: Browser) => {
  const secret = cookies.get("__Host-yigong");
  return secret === undefined ? undefined : (await useCases.sessions.find(digestOf(secret)))?.memberId;
};
/** Begins, and hands back where the provider leads to. */
async function begin(own: Browser, next?: string) {
  const to = new URL(
    (await own.get(`/sign-in/oidc${next ? `?next=${encodeURIComponent(next)}` : ""}`)).headers.get("location") ?? "",
  );
  return `/sign-in/oidc/callback?${new URLSearchParams({ code: "c", state: to.searchParams.get("state") ?? "" })}`;
}
const AGAIN = "这次登录已经用过、超时了，或者是在另一个浏览器中开始的";

describe("signing in through a provider", () => {
  it("ends where it was going, with a session of the person", async () => {
    const own = browser();
    const answer = await own.get(await begin(own, "/m/activities/act_1?x=1"));

    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/m/activities/act_1?x=1"]);
    expect(await whose(own)).toBe(memberIdOf(1));
  });

  it.each(["//evil.example", "/\\evil.example", "https://evil.example", "/%09/evil.example", undefined])(
    "ends on a page of ours when asked to go on to %s",
    async (next) => {
      const own = browser();
      const answer = await own.get(await begin(own, next));

      expect(new URL(answer.headers.get("location") ?? "", "https://yigong.example").origin).toBe(
        "https://yigong.example",
      );
    },
  );

  it("keeps its state in a cookie for ten minutes that only https and only this host has, and writes nothing", async () => {
    const own = browser();
    const answer = await own.get("/sign-in/oidc");
    const [cookie = ""] = answer.headers.getSetCookie();
    const state = new URL(answer.headers.get("location") ?? "").searchParams.get("state") ?? "";

    expect(cookie).toMatch(/^__Host-yigong-sign-in=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(state).toMatch(/^[0-9a-f]{64}$/);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
  });

  it("is refused with a state that was used", async () => {
    const own = browser();
    const callback = await begin(own);
    const kept = new Map(own.cookies);
    await own.get(callback);
    own.cookies.clear();
    for (const [name, value] of kept) own.cookies.set(name, value);
    const replayed = await own.get(callback);

    expect(replayed.status).toBe(400);
    expect(await replayed.text()).toContain(AGAIN);
    expect(own.cookies.has("__Host-yigong")).toBe(false);
  });

  it("is refused once only of many at the same moment", async () => {
    const own = browser();
    const callback = await begin(own);
    const kept = [...own.cookies];
    const others = [1, 2, 3].map(() => {
      const other = browser();
      for (const [name, value] of kept) other.cookies.set(name, value);
      return other;
    });
    const statuses = await Promise.all(others.map(async (other) => (await other.get(callback)).status));

    expect(statuses.sort()).toEqual([303, 400, 400]);
  });

  it.each([
    ["without a state", (callback: string) => callback.replace(/&state=.*/, "")],
    ["with another state", (callback: string) => callback.replace(/state=../, "state=ff")],
  ])("is refused %s, and what was begun can still be ended", async (_, changed) => {
    const own = browser();
    const callback = await begin(own);
    const refused = await own.get(changed(callback));
    const right = await own.get(callback);

    expect([refused.status, right.status]).toEqual([400, 303]);
  });

  it("is refused in another browser, which began nothing or something else", async () => {
    const [attacker, victim] = [browser(), browser()];
    const callback = await begin(attacker);
    const nothing = await victim.get(callback);
    await begin(victim);
    const other = await victim.get(callback);

    expect([nothing.status, other.status, await whose(victim)]).toEqual([400, 400, undefined]);
  });

  it("is refused with a cookie that was changed, or that is older than ten minutes", async () => {
    const own = browser();
    const callback = await begin(own);
    const cookie = own.cookies.get("__Host-yigong-sign-in") ?? "";
    own.cookies.set("__Host-yigong-sign-in", `A${cookie.slice(1)}`);
    const changed = await own.get(callback);
    own.cookies.set("__Host-yigong-sign-in", cookie);
    clock.at = plusHours(START, 1 / 6);
    const late = await own.get(callback);

    expect([changed.status, late.status]).toEqual([400, 400]);
  });

  it("takes no session that the browser brought along, and ends the one of before", async () => {
    const [own, other] = [browser(), browser()];
    own.cookies.set("__Host-yigong", "f".repeat(43));
    await own.get(await begin(own));
    const first = own.cookies.get("__Host-yigong") ?? "";
    told.account = { ...ANNA, subject: "u-2", employeeNumber: "000102" };
    await own.get(await begin(own));
    other.cookies.set("__Host-yigong", first);

    expect(first).not.toBe("f".repeat(43));
    expect([await whose(own), await whose(other)]).toEqual([memberIdOf(2), undefined]);
  });

  it("is refused for a person who left this morning, bound or not", async () => {
    const own = browser();
    await own.get(await begin(own));
    await useCases.members.change(memberIdOf(1), (member) => ({
      to: { ...member, leftOn: "2026-09-01" },
      at: clock.at,
    }));
    const again = browser();
    const answer = await again.get(await begin(again));

    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("名册上此人已经离开");
    expect(await whose(again)).toBeUndefined();
  });

  it("never makes anybody of an account that nobody has", async () => {
    told.account = { provider: "oidc", tenant: "https://id.example", subject: "u-9", name: "陌生人" };
    const own = browser();
    const answer = await own.get(await begin(own));
    const page = await (await own.get(answer.headers.get("location") ?? "")).text();

    expect(answer.headers.get("location")).toBe("/sign-in/bind");
    expect(page).toContain("您的公司统一登录账号 陌生人 还没有对应到名册上的人");
    expect(await whose(own)).toBeUndefined();
    expect(await useCases.members.all()).toHaveLength(2);
  });
});

describe("a page for signing in", () => {
  const WECHAT = "Mozilla/5.0 (iPhone) MicroMessenger/8.0.50 NetType/WIFI";

  it("offers what is set up, in the reader's language, without scripts", async () => {
    const answer = await browser({ "accept-language": "en" }).get("/sign-in?next=/m/points");
    const page = await answer.text();

    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page).toMatch(/<html lang="en">(?![\s\S]*<script)/);
    expect(page).toContain('href="/sign-in/oidc?next=%2Fm%2Fpoints"');
    expect(page).toContain('href="/sign-in/code?next=%2Fm%2Fpoints"');
  });

  it("shows the code first in personal WeChat", async () => {
    const page = await (await browser({ "user-agent": WECHAT }).get("/sign-in")).text();

    expect(page.indexOf("/sign-in/code")).toBeLessThan(page.indexOf("/sign-in/oidc"));
    expect(page).toContain("您在个人微信中打开了本页");
  });

  it("says what to do first while the roster is empty", async () => {
    await alliance.clear();

    expect(await (await browser().get("/sign-in")).text()).toContain("名册是空的");
  });

  it("says that no way is set up, and leads back from one that is not", async () => {
    const { browser: without } = signingInOn(alliance, { codes: false });

    expect(await (await without().get("/sign-in")).text()).toContain("本系统还没有设置登录方式");
    expect((await without().get("/sign-in/wecom")).headers.get("location")).toBe("/sign-in?stay=1");
  });

  it("tells of what is nobody's fault with a number, and reports it once", async () => {
    const broken = { ...knowing(told), identify: () => Promise.reject(new TypeError("secret detail")) };
    const own = signingInOn(alliance, { ways: [broken] }).browser();
    const answer = await own.get(await begin(own));

    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret detail");
    expect(alliance.faults).toHaveLength(1);
    alliance.faults.length = 0;
  });
});
