import { award, claim } from "@yigong/core/certificate/certificate.builder.ts";
import { issue } from "@yigong/core/certificate/certificate.ts";
import { certificatePages } from "@yigong/functions/pages/certificate.tsx";
import { surveyPages } from "@yigong/functions/pages/survey.tsx";
import type { Started } from "@yigong/testing/alliance.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { ASKING, surveying } from "@yigong/testing/scenario/surveying.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { hostileStrings, UNWRITABLE } from "./hostile-strings.ts";
import { isBuilt, openPhones, type Phone, type PhoneHouse } from "./phone.ts";
import { lookAround, NARROW } from "./phone-hostile.ts";

const LONGEST = 110;
/** One in fifty, of each kind, as long as a title may be and as the API keeps it. */
const SAMPLE = hostileStrings(1000)
  .filter((_, at) => at % 53 === 0)
  .map((text) => [...text].slice(0, LONGEST).join("").normalize("NFC").trim());

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the phone pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("what somebody typed to harm a page, and was kept", () => {
    let phones: PhoneHouse;
    let phone: Phone;
    const started = new Map<string, Started>();

    beforeAll(async () => {
      phones = await openPhones();
      for (const text of SAMPLE) {
        const said = { title: text, place: text, description: text, risks: text };
        const servedParty = { kind: "definite", description: text } as const;
        started.set(text, await phones.house.startActivity({ in: 4, ...said, servedParty }));
      }
      phone = await phones.phone("freeA1", { viewport: NARROW, bypassCSP: true });
    });
    afterAll(() => phones.close());

    /** @returns what is wrong with a page on which a text is to stand */
    const look = async (path: string, texts: readonly string[]): Promise<string[]> => {
      const { page, faults, elsewhere } = phone;
      if (path.startsWith("/m")) await phone.open(path);
      else await page.goto(phones.origin + path);
      // Names are kept with single spaces.
      const dense = (text: string) => text.replaceAll(/\s+/g, "");
      const shown = dense((await page.locator("body").textContent()) ?? "");
      const missing = texts.filter((text) => !shown.includes(dense(text))).map((text) => `does not show ${text}`);
      return [...(await page.evaluate(lookAround)), ...missing, ...faults.splice(0), ...elsewhere.splice(0)];
    };

    it("is refused where it cannot be written, in whatever field", async () => {
      const { house } = phones;
      const activity = started.get(SAMPLE[0] ?? "") as Started;
      for (const text of UNWRITABLE)
        for (const field of ["title", "place", "description", "risks"])
          await expect(house.startActivity({ in: 5, [field]: `一${text}二` })).rejects.toMatchObject({ status: 400 });
      for (const text of UNWRITABLE)
        for (const field of ["note", "evidence"])
          await expect(house.askLeave(activity, "partyA3", { [field]: `一${text}二` })).rejects.toMatchObject({
            status: 400,
          });

      expect(await house.leavesOf(activity)).toEqual({});
    });

    it("is shown as it was typed in a list, and within the page", async () => {
      expect(await look("/m/activities", SAMPLE)).toEqual([]);
    });

    it.each(SAMPLE)("is shown as it was typed on an activity's page and where its code leads: %j", async (text) => {
      const { id, sessions } = started.get(text) as Started;

      expect(await look(`/m/activities/${id}`, [text])).toEqual([]);
      expect(await look(`/c/${id}/${sessions[0]?.id}/ABCDEFGH`, [text])).toEqual([]);
    });

    it("is shown as it was typed on a survey's page", async () => {
      const alliance = await testAlliance({ startAt: ASKING });
      const ask = surveying(alliance);
      const pages = surveyPages(ask.deps);
      await phone.page.route("**/s/*", async (route) => {
        const answer = await pages.request(new URL(route.request().url()).pathname);
        await route.fulfill({ status: answer.status, contentType: "text/html", body: await answer.text() });
      });
      const wrong: string[] = [];
      for (const title of SAMPLE) {
        const { id } = await ask.open([{ mobile: "13812345678" }], { title });
        await ask.sendAll(id, 1);
        wrong.push(...(await look(ask.pathTo(id, "cli_0001"), [title])));
      }

      expect(wrong).toEqual([]);
      await alliance.close();
    });

    it("is shown as it was typed on a certificate's page", async () => {
      const alliance = await testAlliance();
      const { certificates, settings } = alliance.useCases;
      const unbroken = "W".repeat(60);
      // A name has at most 60 code units.
      const names = SAMPLE.map((text) => [...text].slice(0, 30).join("").trim());
      const members = SAMPLE.map((_, at) => at + 1);
      await alliance.given.members(...(members as [number]));
      const claims = names.map((name, at) => claim(at + 1, { memberId: memberIdOf(at + 1), name }));
      const series = await certificates.draw(2026, (held) =>
        issue(held, claims, award({ alliance: unbroken, committee: unbroken })),
      );
      const pages = certificatePages({ certificates, settings: settings.get });
      await phone.page.route("**/certificates/*", async (route) => {
        const { pathname, search } = new URL(route.request().url());
        const answer = await pages.request(pathname + search);
        await route.fulfill({ status: answer.status, contentType: "text/html", body: await answer.text() });
      });
      const wrong: string[] = [];
      for (const [at, { code }] of series.entries())
        wrong.push(
          ...(await look(`/certificates/${code.replace(/(.{4})(?=.)/g, "$1-")}`, [names[at] ?? "", unbroken])),
        );

      expect(wrong).toEqual([]);
      await alliance.close();
    });
  });
