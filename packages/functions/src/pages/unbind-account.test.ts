import type { Browser } from "@yigong/testing/browser.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { afterAll, beforeEach, expect, it } from "vitest";
import { signInScene } from "./sign-in.fixture.ts";

const scene = await signInScene();
const { useCases, browser, sendCodes, whose, ask, enter, when } = scene;

beforeEach(scene.begin);
afterAll(() => scene.close());

const person = memberIdOf(1);
const address = `/members/${person}/accounts/wecom`;

/** Signs member 1 in by an account that becomes theirs. */
async function byAccount(own: Browser) {
  const to = new URL((await own.get("/sign-in/oidc")).headers.get("location") ?? "");
  await own.get(`/sign-in/oidc/callback?code=c&state=${to.searchParams.get("state")}`);
  await own.post("/sign-in/bind", { number: "000101" });
  await enter(own, await sendCodes());
}
const told = async () =>
  (await scene.effects()).flatMap((effect) =>
    effect.kind === "message.send" && effect.template.startsWith("identity.unbound") ? [effect.template] : [],
  );

it("ends the sessions that were opened by the account and no other, and tells the person", async () => {
  const [own, code] = [browser(), browser()];
  await byAccount(own);
  await ask(code, "000101");
  await enter(code, await sendCodes());
  const before = await whose(own);
  const answer = await when(1).delete(address);

  expect([before, answer.status]).toEqual([person, 200]);
  expect([await whose(own), await whose(code)]).toEqual([undefined, person]);
  expect(await useCases.identities.ofMember(person)).toEqual([]);
  expect(await told()).toEqual(["identity.unbound"]);
});

it("lets the account be bound anew, by whoever proves to be its person", async () => {
  await byAccount(browser());
  await when(1).delete(address);
  const own = browser();
  await byAccount(own);

  expect(await whose(own)).toBe(person);
  expect(await useCases.identities.ofMember(person)).toMatchObject([{ provider: "wecom" }]);
});

it("is done by an administrator with a reason, which is kept and told, and by nobody else", async () => {
  await byAccount(browser());
  const [stranger, bare] = [await when(2).delete(`${address}?reason=x`), await when(8).delete(address)];
  const done = await when(8).delete(`${address}?reason=${encodeURIComponent("手机遗失")}`);
  const again = await when(8).delete(`${address}?reason=${encodeURIComponent("手机遗失")}`);

  expect([stranger.body.code, bare.body.code, done.status, again.body.code]).toEqual([
    "permission.denied",
    "identity.unbind_reason",
    200,
    "identity.account_missing",
  ]);
  expect(await told()).toEqual(["identity.unboundByOther"]);
  expect((await useCases.audits.about(person, { limit: 9 })).items[0]).toMatchObject({
    action: "identity.unbind",
    reason: "手机遗失",
    detail: { provider: "wecom" },
  });
});
