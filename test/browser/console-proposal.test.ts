import type { Started, Who } from "@yigong/testing/alliance.ts";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

const SHOTS = process.env.SHOTS;
const PLAN = "走访独居老人并检修线路，分四组，每组五人。";

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("a team's proposal in the console", { timeout: 120_000 }, () => {
    let phones: PhoneHouse;
    let proposed: Started;

    // A picture is taken with a style of its own, which the pages' policy would name a fault.
    const at = (who: Who, options: BrowserContextOptions = {}) =>
      phones.desk(who, { bypassCSP: SHOTS !== undefined, ...options });
    const page = () => `/console/proposals/${proposed.id}`;
    const standing = () =>
      phones.house.as("alliance").get<{ state: string; plan: string }>(`/activities/${proposed.id}/proposal`);
    const decide = async (on: Page, words: string, reason: string) => {
      await on.getByRole("button", { name: words, exact: true }).first().click();
      const dialog = on.getByRole("dialog");
      await dialog.getByLabel(/理由|Reason/).fill(reason);
      await dialog.getByRole("button", { name: words, exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
    };
    const shoot = async (on: Page, name: string) => {
      if (SHOTS) await on.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
    };

    beforeAll(async () => {
      phones = await openPhones();
      const { house } = phones;
      proposed = await house.startActivity({
        ...{ in: 20, by: "lead", origin: "team", teamId: house.unitId("爱心奉献") as never },
        proposal: { plan: PLAN, wishes: { guidance: true } } as never,
      });
    });
    afterAll(() => phones.close());

    it("is returned by the alliance with its remarks", async () => {
      const desk = await at("alliance");
      await desk.open(page());
      await desk.page.getByText(PLAN).waitFor();
      await shoot(desk.page, "proposal");
      await decide(desk.page, "退回修改", "请说明安全措施");
      await desk.page.getByText(/退回：请说明安全措施/).waitFor();
      await desk.close();

      expect((await standing()).state).toBe("returned");
    });

    it("keeps what its proposer writes until it is sent again", async () => {
      const desk = await at("lead", { locale: "en" });
      await desk.open(page());
      await desk.page.getByLabel("Plan").fill(`${PLAN}每组配安全员一名。`);
      await desk.open(page());
      await desk.page.getByText("配安全员").waitFor();
      await shoot(desk.page, "proposal-again");
      await desk.page.getByRole("button", { name: "Send again" }).click();
      await desk.page
        .getByText("waits for approval")
        .or(desk.page.getByText("Waiting"))
        .first()
        .waitFor()
        .catch(() => undefined);
      await expect.poll(async () => (await standing()).state).toBe("submitted");
      await desk.close();

      const { state, plan } = await standing();
      expect([state, plan]).toEqual(["submitted", `${PLAN}每组配安全员一名。`]);
    });

    it("waits in the list of all proposals", async () => {
      const desk = await at("alliance");
      await desk.open("/console/proposals");
      const row = desk.page.getByRole("row", { name: /lead 0006/ });
      await row.getByText("待审批").waitFor();
      await shoot(desk.page, "proposals");

      expect(await row.getByText("指导").count()).toBe(1);
      await desk.close();
    });

    it("is approved with an adviser found by name, and recruits", async () => {
      const desk = await at("alliance");
      await desk.open(page());
      await desk.page.getByRole("button", { name: "同意申请" }).click();
      const dialog = desk.page.getByRole("dialog");
      await dialog.getByLabel("指派指导人").fill("partyB1");
      await desk.page.getByTitle(/partyB1 0015/).click();
      await dialog.getByLabel("理由").fill("计划周全");
      await shoot(desk.page, "proposal-approve");
      await dialog.getByRole("button", { name: "同意申请" }).click();
      await desk.page.getByRole("link", { name: "partyB1" }).waitFor();
      await shoot(desk.page, "proposal-approved");
      expect([desk.faults, desk.elsewhere]).toEqual([[], []]);
      await desk.close();

      const { status } = await phones.house.as("lead").get<{ status: string }>(`/activities/${proposed.id}`);
      expect(status).toBe("recruiting");
    });
  });
