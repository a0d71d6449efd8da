import { httpTableOn } from "@yigong/testing/http-table.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publicPageSettings } from "./public-page.store.ts";
import { dynamoSettings } from "./settings.store.ts";

const DEFAULTS = { name: "义工联盟", foundingYear: 2010, zone: "Asia/Shanghai", codeVersion: 1, servicePhone: "" };

let opened: TestTable;
beforeAll(async () => {
  opened = await testTable();
});
afterAll(() => opened.stop());

it("shows the settings that the whole store keeps, and the defaults until then", async () => {
  const page = publicPageSettings(httpTableOn(opened).table, DEFAULTS);
  const fresh = await page.get();
  await dynamoSettings(opened.table, DEFAULTS).change((settings) => ({
    to: { ...settings, name: "海陵义工", servicePhone: "0576-1" },
  }));

  expect(fresh).toEqual({ name: "义工联盟", zone: "Asia/Shanghai", servicePhone: "" });
  expect(await page.get()).toEqual({ name: "海陵义工", zone: "Asia/Shanghai", servicePhone: "0576-1" });
});
