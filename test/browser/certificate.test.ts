import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { certificatePages } from "@yigong/functions/pages/certificate.tsx";
import { certified } from "@yigong/testing/scenario/certifying.ts";
import { type TestAlliance, testAlliance } from "@yigong/testing/test-alliance.ts";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice, openBrowser } from "./browser.ts";

const shots = process.env.YIGONG_SCREENSHOTS;
const VALID = "0000-0001-0000-0002";
const REVOKED = "0000-0001-0000-0003";

if (!hasBrowser) {
  process.stderr.write(`${noBrowserNotice}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("verifying a certificate in a browser", () => {
    let alliance: TestAlliance;
    let server: Server;
    let browser: Browser;
    let origin: string;

    beforeAll(async () => {
      alliance = await testAlliance();
      await certified(alliance);
      const { certificates, settings } = alliance.useCases;
      const pages = certificatePages({ certificates, settings: settings.get });
      server = createServer(async (request, response) => {
        const headers = { "accept-language": request.headers["accept-language"] ?? "" };
        const answer = await pages.request(request.url ?? "/", { headers });
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
      const viewport = { width: 360, height: 780 };
      const context = await browser.newContext({ viewport, javaScriptEnabled: false, locale: "zh-CN", ...options });
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
      await page.screenshot({ path: join(shots, `certificate-${name}.png`), fullPage: true });
    };
    const heading = (page: Page) => page.getByRole("heading").first().textContent();

    it("is done by typing number and code from paper, without a script or anybody else's server", async () => {
      const { page, requests, faults, close } = await phone();
      await page.goto(`${origin}/certificates`);
      await shoot(page, "form");
      await page.getByLabel("编号").fill("20260002");
      await page.getByLabel("核验码").fill("oooo oooi oooo ooo2");
      await page.getByRole("button", { name: "核验证书" }).click();
      await shoot(page, "valid");

      expect(await heading(page)).toBe("证书有效");
      expect(await page.locator("dd").allTextContents()).toEqual([
        "2026-0002",
        "𰻝骉",
        "优秀志愿者",
        "2026年度",
        "台州义工联盟",
        "公司党委",
        "2027年1月31日",
      ]);

      await page.getByRole("link", { name: "English" }).click();
      await page.waitForURL(/lang=en/);
      await shoot(page, "valid-en");

      expect(await heading(page)).toBe("This certificate is valid");
      expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    });

    it("shows what is wrong with what was typed, and can then be sent", async () => {
      const { page, close } = await phone();
      await page.goto(`${origin}/certificates?number=2026&code=abc`);
      await shoot(page, "fault");

      expect(await page.locator(".why").count()).toBe(2);

      await page.getByLabel("编号").fill("2026-0003");
      await page.getByLabel("核验码").fill(REVOKED);
      await page.keyboard.press("Enter");
      await page.locator("dl").waitFor();
      await shoot(page, "revoked");

      expect(await heading(page)).toBe("证书已撤销");

      await page.getByRole("link", { name: "核验另一张证书" }).click();
      await page.waitForURL(/certificates$|certificates\?lang/);

      expect(await heading(page)).toBe("证书核验");
      await close();
    });

    it.each([320, 360, 430, 1024])("is one column with 44 px targets at a width of %i", async (width) => {
      const { page, close } = await phone({ viewport: { width, height: 780 } });
      for (const path of [
        "/certificates",
        `/certificates/${VALID}?lang=en`,
        `/certificates/${REVOKED}`,
        "/certificates/x",
      ]) {
        await page.goto(origin + path);
        const boxes = await Promise.all(
          (await page.locator("input[type=text], button, a").all()).map((target) => target.boundingBox()),
        );
        const small = boxes.filter((box) => !box || box.width < 44 || box.height < 44 || box.x + box.width > width - 8);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);

        expect({ path, small, wide }).toEqual({ path, small: [], wide: width });
      }
      await close();
    });

    it.each(["light", "dark"] as const)("has nothing that keeps anybody out, in %s", async (colorScheme) => {
      const { page, close } = await phone({ colorScheme, javaScriptEnabled: true, bypassCSP: true });
      const violations: string[] = [];
      for (const path of [
        "/certificates",
        "/certificates?number=1&code=1",
        `/certificates/${VALID}`,
        `/certificates/${VALID}?lang=en`,
        `/certificates/${REVOKED}`,
        "/certificates/unknown",
      ]) {
        await page.goto(origin + path);
        await shoot(page, `${colorScheme}-${path.replaceAll(/\W+/g, "-")}`);
        const found = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
        violations.push(...found.violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`));
      }

      expect(violations).toEqual([]);
      await close();
    });
  });
