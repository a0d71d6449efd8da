import { gzipSync } from "node:zlib";
import { answerByPhone } from "@yigong/application/survey/answer-by-phone.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { ASKING, surveying } from "@yigong/testing/scenario/surveying.ts";
import { SETTINGS, testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { surveyPages } from "./survey.tsx";

const alliance = await testAlliance({ startAt: ASKING });
const { clock, store, useCases } = alliance;
const ask = surveying(alliance);
afterAll(() => alliance.close());
/** The pages on the whole store, and on the small one of the public pages: both answer alike. */
const depsOf = { electro: ask.deps, http: ask.httpTableDeps };
const on = { electro: surveyPages(ask.deps), http: surveyPages(ask.httpTableDeps) };
let pages = on.electro;
beforeEach(() => {
  clock.at = ASKING;
});

const UNKNOWN = `/s/${"a".repeat(32)}`;
const show = (path: string, headers: Record<string, string> = {}) => pages.request(path, { headers });
const post = (path: string, body: string | URLSearchParams | Record<string, string>) =>
  pages.request(path, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: typeof body === "string" ? body : String(new URLSearchParams(body)),
  });
const submissionIn = (html: string) => /name="submission" value="(\w+)"/.exec(html)?.[1] ?? "";
/** A form as a browser would send it, from a page that was opened. */
const filled = async (path: string, fields: Record<string, string> = { satisfaction: "5" }) => ({
  submission: submissionIn(await (await show(path)).text()),
  ...fields,
});
const satisfactions = async (activityId: string) =>
  (await useCases.surveys.links.answers(activityId)).map(({ answer }) => answer.satisfaction);
const everythingOf = async (response: Response) => ({
  status: response.status,
  headers: [...response.headers],
  text: await response.text(),
});

describe.each([["electro"], ["http"]] as const)("the pages on the %s store", (name) => {
  beforeAll(() => {
    pages = on[name];
  });

  describe("looking at a link", () => {
    it("writes nothing, however often it is opened or only asked for its head", async () => {
      const { path } = await ask.link();
      const before = store.meter.writeUnits;
      const seen = await Promise.all([show(path), show(path), pages.request(path, { method: "HEAD" })]);

      expect(seen.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(await seen[2].text()).toBe("");
      expect(store.meter.writeUnits).toBe(before);
    });

    it("tells who asks, about what, until when, and holds no token and nothing of the client", async () => {
      const { path } = await ask.link({ name: "王芳", mobile: "13812345678" });
      const html = await (await show(path)).text();

      for (const words of ["义工联盟", "老旧小区宽带检修", "9月20日 周日 18:00", "匿名"]) expect(html).toContain(words);
      for (const secret of [path.slice(3), "王芳", "13812345678", "cli_0001"]) expect(html).not.toContain(secret);
    });

    it("is kept, passed on, indexed, framed and loaded by nobody", async () => {
      const { path } = await ask.link();
      for (const response of [await show(path), await show(UNKNOWN), await post(UNKNOWN, ""), await post(path, "")]) {
        const policy = response.headers.get("content-security-policy");

        expect(response.headers.get("cache-control")).toBe("no-store");
        expect(response.headers.get("referrer-policy")).toBe("no-referrer");
        expect(response.headers.get("x-robots-tag")).toContain("noindex");
        expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+=*'; form-action 'self'/);
        expect(await response.text()).not.toMatch(/<script|style="|\son\w+=|https?:\/\//);
      }
    });

    it("speaks the language that is asked for, else the reader's", async () => {
      const { path } = await ask.link();
      const asked = await show(`${path}?lang=en`, { "accept-language": "zh-CN" });
      const wished = await show(path, { "accept-language": "en-GB" });

      expect([asked.headers.get("content-language"), wished.headers.get("content-language")]).toEqual(["en", "en"]);
      expect(await asked.text()).toContain('<html lang="en">');
      expect(await (await show(path)).text()).toContain('href="?lang=en"');
    });

    it("escapes what people typed", async () => {
      const title = `<img src=x onerror=alert(1)> & "修"`;
      const made = await ask.open([{ mobile: "13812345678" }], { title });
      await ask.sendAll(made.id, 1);
      const response = await post(ask.pathTo(made.id, "cli_0001"), { comment: "</textarea><script>1</script>" });
      const html = await response.text();

      expect(html).not.toMatch(/<img|<script/);
      expect(html).toContain("&lt;/textarea&gt;&lt;script&gt;");
    });

    it("takes at most 14 KB on the wire, uncompressed and with its headers", async () => {
      const { path } = await ask.link();
      const response = await post(`${path}?lang=en`, { comment: "a".repeat(1000) });
      const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
      const html = await response.text();

      expect(Buffer.byteLength(headers + html)).toBeLessThan(14_000);
      expect(gzipSync(html).length).toBeLessThan(4_500);
    });
  });

  describe("a link that takes no answer", () => {
    const used = async () => {
      const { path } = await ask.link();
      await post(path, await filled(path));
      return path;
    };
    const replaced = async () => {
      const { path, activityId } = await ask.link();
      await ask.sendAll(activityId, 2);
      return path;
    };
    const phoned = async () => {
      const { path, activityId } = await ask.link();
      const call = {
        activityId,
        clientId: "cli_0001",
        answer: { satisfaction: 3 },
        by: "mem_service",
        at: clock.at,
      };
      await answerByPhone(ask.deps, call);
      return path;
    };
    const closed = async () => {
      const { path, activityId } = await ask.link();
      await useCases.surveys.moveEnd(activityId, { at: clock.at, closesAt: clock.at });
      return path;
    };
    const skipped = async () => {
      const { path, activityId } = await ask.link();
      await useCases.surveys.skip(activityId, { by: "mem_1", at: clock.at, reason: "对方不便" });
      return path;
    };
    const malformed = async () => "/s/%E4%B8%AD%00<b>";

    it.each([
      ["used", used],
      ["replaced by a newer one", replaced],
      ["answered by phone", phoned],
      ["past the end", closed],
      ["of a skipped survey", skipped],
      ["malformed", malformed],
    ])("looks the same when it is %s as when it is unknown", async (_, make) => {
      const path = await make();
      const unknown = await everythingOf(await show(UNKNOWN));

      expect(unknown.status).toBe(404);
      expect(unknown.text).toContain("tel:057688880000");
      expect(await everythingOf(await show(path))).toEqual(unknown);
      expect(await everythingOf(await post(path, { satisfaction: "1", submission: "f".repeat(32) }))).toEqual(unknown);
      expect(await everythingOf(await post(path, ""))).toEqual(unknown);
    });

    it("takes the same four reads of surveys as an unknown one", async () => {
      const path = await used();
      // Settings and titles are no rows of surveys.
      const nothingElse = { settings: async () => SETTINGS, activities: { find: async () => undefined } };
      const counted = surveyPages({ ...depsOf[name], ...nothingElse });
      const readsOf = async (one: string) => {
        const before = ask.requests();
        await counted.request(one);
        return ask.requests() - before;
      };

      expect(await readsOf(UNKNOWN)).toBe(4);
      expect(await readsOf(path)).toBe(4);
    });
  });

  describe("sending the form", () => {
    it("counts and is thanked for, with a way to say more", async () => {
      const { path, activityId } = await ask.link();
      const comment = "来得很快\r\n谢谢";
      const fields = { satisfaction: "5", solved: "partly", attitude: "4", punctuality: "5", recommend: "0", comment };
      const response = await post(path, await filled(path, fields));

      expect(response.status).toBe(200);
      expect(await response.text()).toMatch(/您的评价已收到.*tel:057688880000/);
      expect(await useCases.surveys.links.answers(activityId)).toEqual([
        {
          ...{ channel: "link", questions: 1, on: "2026-09-10" },
          answer: {
            satisfaction: 5,
            solved: "partly",
            attitude: 4,
            punctuality: 5,
            recommend: 0,
            comment: "来得很快\n谢谢",
          },
        },
      ]);
    });

    it("asks the store for the door, the survey and what went out, and writes without having looked", async () => {
      const { path } = await ask.link();
      const form = await filled(path);
      const before = ask.requests();
      await post(path, form);

      expect(ask.requests() - before).toBe(4);
    });

    it("twice is one answer, thanked for both times", async () => {
      const { path, activityId } = await ask.link();
      const form = await filled(path);
      const both = await Promise.all([post(path, form), post(path, form)]);

      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      expect((await post(path, form)).status).toBe(200);
      expect(await satisfactions(activityId)).toEqual([5]);
    });

    it("from two open pages is one answer", async () => {
      const { path, activityId } = await ask.link();
      const forms = [await filled(path, { satisfaction: "2" }), await filled(path, { satisfaction: "4" })];
      const statuses = (await Promise.all(forms.map((form) => post(path, form)))).map(({ status }) => status);

      expect(statuses.sort()).toEqual([200, 404]);
      expect(await satisfactions(activityId)).toHaveLength(1);
    });

    it.each([
      ["empty", {}],
      ["without the overall satisfaction", { attitude: "5", comment: "很好" }],
      ["with a step that does not exist", { satisfaction: "6" }],
      ["with a choice that does not exist", { satisfaction: "5", solved: "<b>" }],
      ["with a comment that is too long", { satisfaction: "5", comment: "a".repeat(1001) }],
    ])("%s does not spend the link", async (_, fields) => {
      const { path, activityId } = await ask.link();
      const response = await post(path, await filled(path, fields));

      expect(response.status).toBe(422);
      expect(await response.text()).toContain('role="alert"');
      expect(await satisfactions(activityId)).toEqual([]);
      expect((await post(path, await filled(path))).status).toBe(200);
    });

    it("without having read it, as scanners do, does not spend the link", async () => {
      const { path, activityId } = await ask.link();
      const blind = await post(path, { satisfaction: "1", comment: "1" });

      expect([blind.status, await satisfactions(activityId)]).toEqual([422, []]);
    });

    it("keeps what was typed and chosen when something is missing", async () => {
      const { path } = await ask.link();
      const html = await (await post(path, await filled(path, { attitude: "4", comment: "来得很快" }))).text();

      expect(html).toMatch(/name="attitude" value="4" checked/);
      expect(html).toContain("来得很快</textarea>");
      expect(html).toContain('href="#satisfaction"');
    });

    it("with more than 16 KB is refused before anything is looked up, for any link", async () => {
      const { path, activityId } = await ask.link();
      const large = await everythingOf(await post(path, `satisfaction=5&comment=${"a".repeat(17_000)}`));

      expect(large.status).toBe(413);
      expect(await everythingOf(await post(UNKNOWN, "a".repeat(17_000)))).toEqual(large);
      expect(await satisfactions(activityId)).toEqual([]);
    });

    it("has room for a comment of a thousand characters in any script", async () => {
      const { path, activityId } = await ask.link();
      await post(path, await filled(path, { satisfaction: "5", comment: "好".repeat(1000) }));

      expect((await useCases.surveys.links.answers(activityId))[0]?.answer.comment).toHaveLength(1000);
    });
  });
});

it("says that nothing was sent when the store cannot be reached", async () => {
  const away = async () => Promise.reject(new Refusal("unavailable", "store.unavailable", "away"));
  const response = await surveyPages({ ...ask.deps, settings: away }).request(UNKNOWN);

  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "60"]);
  expect(await response.text()).toContain("这次没有提交");
});

it("says so when we are at fault, and reports it without the token", async () => {
  const { path } = await ask.link();
  const mistake = async () => Promise.reject(new TypeError("a mistake"));
  const response = await surveyPages({ ...ask.deps, settings: mistake }).request(path);

  expect([response.status, response.headers.get("cache-control")]).toEqual([500, "no-store"]);
  expect(await response.text()).toContain("暂时打不开");
  expect(alliance.faults).toEqual([["survey pages", expect.any(TypeError), undefined]]);
});

it("takes no other method, for any link", async () => {
  const { path } = await ask.link();
  const seen = await Promise.all(
    [path, UNKNOWN].map(async (one) => everythingOf(await pages.request(one, { method: "PUT" }))),
  );

  expect(seen.map(({ status }) => status)).toEqual([405, 405]);
  expect(seen[0]).toEqual(seen[1]);
});

it("names no number to call when the alliance has none", async () => {
  const settings = async () => ({ ...SETTINGS, servicePhone: " " });
  const html = await (await surveyPages({ ...ask.deps, settings }).request(UNKNOWN)).text();

  expect(html).not.toContain("tel:");
  expect(html).toContain("请联系为您服务的志愿者");
});
