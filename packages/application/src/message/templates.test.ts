import { globSync, readFileSync } from "node:fs";
import { TEMPLATES } from "@yigong/core/message/message.ts";
import { expect, it } from "vitest";

const packages = new URL("../../../", import.meta.url);
const sources = globSync("{application,core,functions}/src/**/*.ts", { cwd: packages })
  .filter((file) => !/\.(test|builder|messages)\.ts$/.test(file))
  .map((file) => readFileSync(new URL(file, packages), "utf8"))
  .join("\n");

/** Named by what they tell: `award.${what}` in the telling of standings. */
const COMPUTED = ["award.vetoed", "award.preferred", "award.belowFloor"];

it("has no message that is worded and that nobody sends", () => {
  const unsent = TEMPLATES.filter((template) => !sources.includes(`"${template}"`) && !COMPUTED.includes(template));

  expect(unsent).toEqual([]);
});
