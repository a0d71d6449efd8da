import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Listening, listen } from "@yigong/local/server.ts";
import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
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
  describe("the executions' pages in a browser", () => {
    let house: Alliance;
    let listening: Listening;
    let browser: Browser;
    let origin: string;
    let done: Started;
    let recruiting: Started;
    let cancelled: Started;
    const tokens = new Set<string>();

    const pathOf = ({ id }: Started) => `/executions/activity-lifecycle/${id}-1`;
    const noteToken = async ({ id }: Started) => {
      const row = await house.machine.app.useCases.lifecycles.token(id);
      if (row) tokens.add(row.token);
    };
    const advance = async (activity: Started, time: string, days = 0) => {
      await house.advanceTo(activity.at(time, days));
      await noteToken(activity);
    };

    beforeAll(async () => {
      house = await openAlliance();
      listening = await listen(0);
      listening.serve((request) => house.machine.web.fetch(request));
      origin = `http://127.0.0.1:${listening.port}`;
      browser = await openBrowser();
      done = await house.startActivity({ in: 4, title: '<script>alert("title")</script>' });
      await noteToken(done);
      await house.signUp(done, "partyA1", "partyA2", "freeA1");
      await advance(done, "18:01", -2);
      await advance(done, "09:30");
      await advance(done, "14:01");
      await house.fileArchive(done);
      await advance(done, "14:02");
      cancelled = await house.startActivity({ in: 6 });
      await noteToken(cancelled);
      await house.cancel(cancelled);
      recruiting = await house.startActivity({ in: 8 });
      await noteToken(recruiting);
    });
    afterAll(async () => {
      await browser.close();
      await listening.close();
      await house.close();
    });

    /** A phone, and everything that its pages asked of the network or complained about. */
    const phone = async (options: BrowserContextOptions = {}) => {
      const viewport = { width: 360, height: 780 };
      const context = await browser.newContext({ viewport, deviceScaleFactor: 2, locale: "zh-CN", ...options });
      const page = await context.newPage();
      const elsewhere: string[] = [];
      const faults: string[] = [];
      page.on("request", (request) => request.url().startsWith(origin) || elsewhere.push(request.url()));
      page.on("console", (message) => faults.push(message.text()));
      return { page, elsewhere, faults, close: () => context.close() };
    };
    const shoot = async (page: Page, name: string) => {
      if (!shots) return;
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `executions-${name}.png`), fullPage: true });
    };
    const all = () => [
      ["list", "/executions"],
      ["done", pathOf(done)],
      ["done-en", `${pathOf(done)}?lang=en&order=reverse`],
      ["recruiting", pathOf(recruiting)],
      ["cancelled", pathOf(cancelled)],
      ["none", "/executions?status=FAILED"],
      ["missing", "/executions/activity-lifecycle/none"],
    ];

    it("lead from the list to where one execution stands and back, without a script", async () => {
      const { page, elsewhere, faults, close } = await phone({ javaScriptEnabled: false });
      await page.goto(`${origin}/executions`);
      await page.getByRole("link", { name: `${recruiting.id}-1` }).click();
      const current = page.locator("svg .current .name");

      expect(await current.allTextContents()).toEqual(["招募"]);
      expect(await page.locator("dd").first().textContent()).toContain("届时自动往下走");

      await page.getByRole("link", { name: "全部执行" }).click();
      await page.getByRole("link", { name: "English" }).click();
      await page.getByLabel("Status").selectOption("SUCCEEDED");
      await page.getByRole("button", { name: "Filter" }).click();

      expect(
        (await page.getByRole("listitem").allTextContents()).map((text) => /Ended in\s*(\w+)/.exec(text)?.[1]),
      ).toEqual(["Cancelled", "Done"]);
      expect([elsewhere, faults]).toEqual([[], []]);
      await close();
    });

    it("show no token of a whole lifecycle, folded or not", async () => {
      const { page, close } = await phone();
      expect(tokens.size).toBeGreaterThanOrEqual(5);
      for (const [, path] of all()) {
        await page.goto(origin + path);
        const shown = await page.content();

        expect(shown).not.toContain("sfn1.");
        for (const token of tokens) expect(shown).not.toContain(token);
      }
      await close();
    });

    it("let each step of a finished activity be seen as passed", async () => {
      const { page, close } = await phone();
      await page.goto(`${origin}${pathOf(done)}?lang=en`);

      expect(await page.locator("svg .done .name").allTextContents()).toEqual([
        ...["Begin", "Recruit", "Cover", "Execute", "Archive", "Survey", "Award", "Done"],
      ]);
      expect(await page.locator("svg .unreached .name").allTextContents()).toEqual([
        ...["Propose", "Cancelled", "Superseded", "Stopped"],
      ]);
      await close();
    });

    it.each([320, 360, 430, 1024])(
      "do not scroll sideways at a width of %i, and have targets for a thumb",
      async (width) => {
        const { page, close } = await phone({ viewport: { width, height: 780 } });
        for (const [name, path] of all()) {
          await page.goto(origin + path);
          await shoot(page, `${name}-${width}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          const boxes = await Promise.all(
            (await page.locator("a, button, select, summary").all()).map((target) => target.boundingBox()),
          );
          const small = boxes.filter((box) => !box || box.height < 44 || box.width < 32);

          expect({ name, wide, small }).toEqual({ name, wide: width, small: [] });
        }
        await page.goto(origin + pathOf(done));
        await page.locator("details").evaluateAll((all: HTMLDetailsElement[]) => {
          for (const each of all) each.open = true;
        });

        await shoot(page, `open-${width}`);

        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await close();
      },
    );

    it.each(["light", "dark"] as const)("have nothing that keeps anybody out, in %s", async (colorScheme) => {
      const { page, close } = await phone({ colorScheme, bypassCSP: true });
      const violations: string[] = [];
      for (const [name, path] of all()) {
        await page.goto(origin + path);
        await page.locator("details").evaluateAll((all: HTMLDetailsElement[]) => {
          for (const each of all) each.open = true;
        });
        await shoot(page, `${name}-${colorScheme}`);
        const found = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
        violations.push(...found.violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`));
      }

      expect(violations).toEqual([]);
      await close();
    });
  });
