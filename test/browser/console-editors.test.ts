import type { Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

const MINE = "Ten volunteers repaired broadband for thirty households.";

interface Kept {
  archive: { summary: string; owner?: string };
}

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("the console in English", { timeout: 120_000 }, () => {
    let phones: PhoneHouse;
    let activity: Started;
    const desk = () => phones.desk("organizer", { locale: "en" });
    const kept = () => phones.house.as("alliance").get<Kept>(`/activities/${activity.id}/archive`);

    beforeAll(async () => {
      phones = await openPhones();
      activity = await phones.house.startActivity({ in: 4 });
      await phones.house.signUp(activity, "partyA1");
    });
    afterAll(() => phones.close());

    it("gives a stage more time, says what is next, and closes it", async () => {
      const { page, open, close } = await desk();
      await open(`/console/activities/${activity.id}`);
      await page.getByText("Recruiting closes by itself Thu 3 Sep 18:00, in 2 d").waitFor();
      await page.getByRole("button", { name: "More", exact: true }).click();
      await page.getByRole("menuitem", { name: "Cancel the activity" }).click();
      expect(await page.getByRole("dialog").getByRole("button", { name: "Cancel the activity" }).isDisabled()).toBe(
        true,
      );
      await page.getByRole("dialog").getByRole("button", { name: "Cancel", exact: true }).click();

      await page.getByRole("button", { name: "Close recruiting" }).click();
      const dialog = page.getByRole("dialog").filter({ hasText: "Places are given" });
      await dialog.getByLabel("Reason").fill("enough people");
      await dialog.getByRole("button", { name: "Close recruiting" }).click();
      await page.getByText("Recruiting is closed, places are given").waitFor();
      await close();

      const { status } = await phones.house.as("organizer").get<{ status: string }>(`/activities/${activity.id}`);
      expect(status).not.toBe("recruiting");
    });

    it("shows two people who write one summary both texts, and loses neither", async () => {
      const { house } = phones;
      await house.advanceTo(activity.at("14:01"));
      const { page, open, faults, close } = await desk();
      await open(`/console/activities/${activity.id}/archive`);
      let wasFirst = false;
      await page.route("**/archive", async (route) => {
        // Somebody else is first, in the moment in which it is saved.
        if (route.request().method() === "PUT" && !wasFirst) {
          wasFirst = true;
          await house.writeSummary(activity, "alliance");
        }
        await route.continue();
      });
      await page.getByLabel("Summary").fill(MINE);
      const dialog = page.getByRole("dialog");
      await dialog.getByText(MINE).waitFor();
      await dialog.getByText(/十名志愿者/).waitFor();
      await dialog.getByRole("button", { name: "Use mine" }).click();
      await page.getByText("Saved", { exact: true }).waitFor();
      await expect.poll(async () => (await kept()).archive.summary).toBe(MINE);
      expect(faults).toEqual([]);
      await close();
    });
  });
