import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { surveyPages } from "@yigong/functions/pages/survey.tsx";
import { ASKING, type Surveying, surveying } from "@yigong/testing/scenario/surveying.ts";
import { type TestAlliance, testAlliance } from "@yigong/testing/test-alliance.ts";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice, openBrowser } from "./browser.ts";

const shots = process.env.YIGONG_SCREENSHOTS;

if (!hasBrowser) {
  process.stderr.write(`${noBrowserNotice}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("the survey page in a browser", () => {
    let alliance: TestAlliance;
    let ask: Surveying;
    let server: Server;
    let browser: Browser;
    let origin: string;

    beforeAll(async () => {
      alliance = await testAlliance({ startAt: ASKING });
      ask = surveying(alliance);
      const pages = surveyPages(ask.deps);
      server = createServer(async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        const body = request.method === "POST" ? Buffer.concat(chunks) : null;
        const headers = {
          "content-type": request.headers["content-type"] ?? "",
          "accept-language": request.headers["accept-language"] ?? "",
        };
        const answer = await pages.request(request.url ?? "/", { method: request.method ?? "GET", headers, body });
        response.writeHead(answer.status, [...answer.headers].flat()).end(Buffer.from(await answer.arrayBuffer()));
      });
      await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await alliance.close();
    });

    /** A phone with scripts switched off, and everything that its page asked of the network. */
    const phone = async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({
        viewport: { width: 360, height: 780 },
        deviceScaleFactor: 2,
        hasTouch: true,
        javaScriptEnabled: false,
        locale: "zh-CN",
        ...options,
      });
      const page = await context.newPage();
      const requests: string[] = [];
      const faults: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      page.on("console", (message) => faults.push(message.text()));
      return { page, requests, faults, close: () => context.close() };
    };
    const shoot = async (page: Page, name: string) => {
      if (!shots) return;
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
    };
    const choose = (page: Page, field: string, value: string) =>
      page.locator(`label:has(input[name="${field}"][value="${value}"])`).click();

    it("is answered without a script, asks nothing of anybody else and fits on the wire", async () => {
      const { path, activityId } = await ask.link();
      const { page, requests, faults, close } = await phone();
      const response = await page.goto(origin + path);
      const sizes = await response?.request().sizes();
      await shoot(page, "form-zh");
      for (const [field, value] of [
        ["satisfaction", "5"],
        ["solved", "yes"],
        ["attitude", "4"],
        ["recommend", "10"],
      ] as const)
        await choose(page, field, value);
      await page.getByLabel("还有什么想告诉我们").fill("来得很快");
      await shoot(page, "form-zh-filled");
      await page.getByRole("button", { name: "提交评价" }).click();
      await shoot(page, "thanks-zh");

      expect(await page.getByRole("heading").first().textContent()).toBe("您的评价已收到");
      expect((await alliance.useCases.surveys.links.answers(activityId)).map(({ answer }) => answer)).toEqual([
        { satisfaction: 5, solved: "yes", attitude: 4, recommend: 10, comment: "来得很快" },
      ]);
      expect((sizes?.responseBodySize ?? 0) + (sizes?.responseHeadersSize ?? 0)).toBeLessThan(14_000);
      expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    });

    it("shows what is missing, keeps the rest and can then be sent", async () => {
      const { path, activityId } = await ask.link();
      const { page, close } = await phone();
      await page.goto(origin + path);
      await choose(page, "attitude", "2");
      await page.locator("form").evaluate((form: HTMLFormElement) => form.setAttribute("novalidate", ""));
      await page.getByRole("button", { name: "提交评价" }).click();
      await shoot(page, "form-zh-missing");

      expect(await page.getByRole("alert").textContent()).toContain("请选择总体满意度");
      expect(await page.locator('input[name="attitude"][value="2"]').isChecked()).toBe(true);

      await choose(page, "satisfaction", "3");
      await page.getByRole("button", { name: "提交评价" }).click();
      await page.getByRole("status").waitFor();

      expect(await alliance.useCases.surveys.links.answers(activityId)).toMatchObject([
        { answer: { satisfaction: 3, attitude: 2 } },
      ]);
      await close();
    });

    it("switches language and back with one touch", async () => {
      const { path } = await ask.link();
      const { page, close } = await phone();
      await page.goto(origin + path);
      await page.getByRole("link", { name: "English" }).click();
      await shoot(page, "form-en");

      expect(await page.getByRole("heading").first().textContent()).toBe("How was our service");

      await page.getByRole("link", { name: "中文" }).click();

      expect(await page.getByRole("heading").first().textContent()).toBe("服务评价");
      await close();
    });

    it.each([320, 360, 430, 1024])("is one column with 44 px targets at a width of %i", async (width) => {
      const { path } = await ask.link();
      const { page, close } = await phone({ viewport: { width, height: 780 } });
      for (const language of ["zh-CN", "en"]) {
        await page.goto(`${origin}${path}?lang=${language}`);
        await shoot(page, `width-${width}-${language}`);
        const boxes = await Promise.all(
          (await page.locator("label.choice, button, nav a, textarea").all()).map((target) => target.boundingBox()),
        );
        const small = boxes.filter((box) => !box || box.width < 44 || box.height < 44 || box.x + box.width > width - 8);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);

        expect({ language, small, wide }).toEqual({ language, small: [], wide: width });
      }
      await close();
    });

    it.each(["light", "dark"] as const)("has nothing that keeps anybody out, in %s", async (colorScheme) => {
      const { path } = await ask.link();
      const { page, close } = await phone({ colorScheme, javaScriptEnabled: true, bypassCSP: true });
      const violations: string[] = [];
      const examine = async (name: string) => {
        await shoot(page, `${name}-${colorScheme}`);
        const found = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
        violations.push(...found.violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`));
      };
      await page.goto(origin + path);
      await choose(page, "satisfaction", "4");
      await examine("form");
      await page.goto(`${origin}${path}?lang=en`);
      await examine("form-en");
      await page.locator("form").evaluate((form: HTMLFormElement) => form.submit());
      await page.getByRole("alert").waitFor();
      await examine("missing");
      await choose(page, "satisfaction", "4");
      await page.locator("button").click();
      await page.getByRole("status").waitFor();
      await examine("thanks");
      await page.goto(`${origin}/s/unknown`);
      await examine("gone");

      expect(violations).toEqual([]);
      await close();
    });

    it("can be filled and sent with the keyboard alone", async () => {
      const { path, activityId } = await ask.link();
      const { page, close } = await phone();
      await page.goto(origin + path);
      await page.locator('input[name="satisfaction"]').first().focus();
      for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
      await shoot(page, "keyboard");
      await page.locator("button").focus();
      await page.keyboard.press("Enter");
      await page.getByRole("status").waitFor();

      expect(await alliance.useCases.surveys.links.answers(activityId)).toMatchObject([
        { answer: { satisfaction: 4 } },
      ]);
      await close();
    });
  });
