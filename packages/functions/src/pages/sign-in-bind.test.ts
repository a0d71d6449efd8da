import type { Browser } from "@yigong/testing/browser.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { START, signInScene, UNKNOWN } from "./sign-in.fixture.ts";

const scene = await signInScene();
const { given, useCases, browser, sent, sendCodes, told, whose, ask, enter } = scene;

beforeEach(scene.begin);
afterAll(() => scene.close());

describe("an account that nobody has", () => {
  async function prove(own: Browser, number: string) {
    const to = new URL((await own.get("/sign-in/oidc?next=/m/record")).headers.get("location") ?? "");
    await own.get(`/sign-in/oidc/callback?code=c&state=${to.searchParams.get("state")}`);
    await own.post("/sign-in/bind", { number });
    return enter(own, await sendCodes());
  }
  const come = async (own: Browser) => {
    const to = new URL((await own.get("/sign-in/oidc")).headers.get("location") ?? "");
    return own.get(`/sign-in/oidc/callback?code=c&state=${to.searchParams.get("state")}`);
  };

  it("becomes the person's by number and code, and signs them in alone from then on", async () => {
    const own = browser();
    const bound = await prove(own, "000101");
    const again = browser();
    const straight = await come(again);

    expect([bound.status, bound.headers.get("location"), await whose(own)]).toEqual([303, "/m/record", memberIdOf(1)]);
    expect(sent.at(-1)?.body).toContain("绑定企业微信账号");
    expect([straight.status, await whose(again)]).toEqual([303, memberIdOf(1)]);
    expect(await useCases.identities.ofMember(memberIdOf(1))).toMatchObject([{ subject: "anna", how: "code" }]);
  });

  it("is bound to nobody by a code that was asked for to sign in", async () => {
    const own = browser();
    await come(own);
    await ask(own, "000101");
    await enter(own, await sendCodes());

    expect(await whose(own)).toBe(memberIdOf(1));
    expect(await useCases.identities.ofMember(memberIdOf(1))).toEqual([]);
  });

  it("waits for a second person where they have another one, who are signed in by the code meanwhile", async () => {
    await prove(browser(), "000101");
    told.account = { ...UNKNOWN, subject: "anna-2" };
    const own = browser();
    const answer = await prove(own, "000101");
    const again = browser();
    await come(again);
    const { items } = await useCases.identities.requests("requested", { limit: 10 });

    expect([answer.status, await whose(own), await whose(again)]).toEqual([200, memberIdOf(1), undefined]);
    expect(await answer.text()).toContain("换绑申请已交给管理员确认");
    expect(items).toMatchObject([{ memberId: memberIdOf(1), subject: "anna-2", status: "requested" }]);
  });

  it("is theirs instead once another administrator approves, and the former one nobody's", async () => {
    const first = browser();
    await prove(first, "000109");
    told.account = { ...UNKNOWN, subject: "anna-2" };
    await prove(browser(), "000109");
    const [request] = (await useCases.identities.requests("requested", { limit: 10 })).items;
    const decide = (who: number) =>
      scene.when(who).post(`/account-requests/${request?.id}/decision`, { verdict: "approve" });
    const own = await decide(9);
    const member = await decide(1);
    const second = await decide(8);
    const again = await decide(8);
    const [fresh, former] = [browser(), browser()];
    await come(fresh);
    told.account = UNKNOWN;
    const lost = await come(former);

    expect([own.status, own.body.code]).toEqual([403, "identity.second_person"]);
    expect([member.status, second.status, again.body.code]).toEqual([403, 200, "identity.decided"]);
    expect([await whose(fresh), await whose(former)]).toEqual([memberIdOf(9), undefined]);
    expect(lost.headers.get("location")).toBe("/sign-in/bind");
  });

  it("stays as it was when it is refused, with a reason that the person is told", async () => {
    await prove(browser(), "000101");
    told.account = { ...UNKNOWN, subject: "anna-2" };
    await prove(browser(), "000101");
    const [request] = (await useCases.identities.requests("requested", { limit: 10 })).items;
    await scene.when(9).post(`/account-requests/${request?.id}/decision`, { verdict: "refuse", reason: "本人未申请" });
    const { items } = await useCases.identities.requests("refused", { limit: 10 });

    expect(items).toMatchObject([{ refusal: "本人未申请", decidedBy: memberIdOf(9) }]);
    expect(await useCases.identities.ofMember(memberIdOf(1))).toMatchObject([{ subject: "anna" }]);
  });

  it("that the roster names is the person's at once, and waits for a second person where they have another", async () => {
    await given.member(4, { employeeNumber: "000104", accounts: { wecom: "Li4" } });
    told.account = { ...UNKNOWN, subject: "li4", account: "li4" };
    const named = browser();
    const answer = await come(named);
    await given.member(4, { employeeNumber: "000104", accounts: { wecom: "li-new" } });
    told.account = { ...UNKNOWN, subject: "li-new", account: "li-new" };
    const changed = browser();
    await come(changed);

    expect([answer.status, await whose(named)]).toEqual([303, memberIdOf(4)]);
    expect(await whose(changed)).toBeUndefined();
    expect((await useCases.identities.requests("requested", { limit: 10 })).items).toMatchObject([
      { subject: "li-new" },
    ]);
  });

  it("that the roster gives to two people is nobody's, and one of a person who left is refused", async () => {
    await given.member(4, { employeeNumber: "000104", accounts: { wecom: "twin" } });
    await given.member(5, { employeeNumber: "000105", accounts: { wecom: "TWIN" } });
    await given.member(6, { employeeNumber: "000106", accounts: { wecom: "gone" }, leftOn: "2026-08-31" });
    told.account = { ...UNKNOWN, subject: "twin", account: "twin" };
    const twin = await come(browser());
    told.account = { ...UNKNOWN, subject: "gone", account: "gone" };
    const gone = await come(browser());

    expect([twin.status, gone.status]).toEqual([409, 403]);
  });

  it("of a person who left goes to whom the roster gives it next, once a second person agrees", async () => {
    await prove(browser(), "000101");
    await useCases.members.change(memberIdOf(1), (member) => ({ to: { ...member, leftOn: "2026-09-01" }, at: START }));
    await given.member(4, { employeeNumber: "000104", accounts: { wecom: "anna" } });
    const before = browser();
    await come(before);
    const [request] = (await useCases.identities.requests("requested", { limit: 10 })).items;
    await scene.when(9).post(`/account-requests/${request?.id}/decision`, { verdict: "approve" });
    const after = browser();
    await come(after);

    expect([await whose(before), await whose(after)]).toEqual([undefined, memberIdOf(4)]);
    expect(await useCases.identities.ofMember(memberIdOf(1))).toEqual([]);
  });
});
