import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt } from "./phone.ts";
import { openStory, photo, type Story, signInByCode, signInByName, textOf } from "./phone-story.ts";

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the phone pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  /** One story in order: `freeA1` volunteers, `partyA1` reads English and is covered by `coverA1`, `partyA2` serves, `partyA3` asks leave. */
  describe("five people live one activity on their phones", () => {
    let story: Story;
    beforeAll(async () => {
      story = await openStory();
    });
    afterAll(() => story.close());

    describe("while people are recruited", () => {
      it("a message leads a party member through a code to its page, in English", async () => {
        const { subject, href } = await story.toldTo("partyA1");
        const { page } = await story.handTo("partyA1", { locale: "en" });
        await page.goto(href);
        await signInByCode(story, page, "partyA1");
        await page.getByRole("heading", { level: 1, name: "Sign up" }).waitFor();
        await page.getByLabel("服务员").waitFor();

        expect(subject).toBe("请参加「社区便民服务」");
        expect(await textOf(page)).toContain("places left: 3");
        console.log(await textOf(page));
      });

      it("a volunteer chooses their name at the door and finds what is open to them", async () => {
        const { page } = await story.handTo("freeA1");
        await page.goto(`${story.origin}/m`);
        await signInByName(page, "freeA1");
        await page.getByRole("heading", { level: 1, name: "freeA1，您好" }).waitFor();
        console.log(await textOf(page));
      });
    });
  });
