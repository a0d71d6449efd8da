import fc from "fast-check";
import { expect, it } from "vitest";
import { instantByTemporal } from "./when.oracle.ts";
import { instantText } from "./when.ts";

const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"), "UTC");
const instants = fc
  .date({ min: new Date("1900-01-01T00:00:00.000Z"), max: new Date("2199-12-31T23:59:59.999Z"), noInvalidDate: true })
  .map((date) => date.toISOString());
/** Instants that lie close to each other, so that some share their year and some just miss it. */
const pairs = fc.tuple(instants, fc.option(fc.integer({ min: -4e10, max: 4e10 }), { nil: undefined }));

it("tells the day and time of any instant in any zone as Temporal does, in both languages", () => {
  fc.assert(
    fc.property(fc.constantFrom("zh-CN", "en"), pairs, zones, (language, [instant, away], zone) => {
      const asOf = away === undefined ? undefined : new Date(Date.parse(instant) + away).toISOString();

      expect(instantText(language, instant, { zone, asOf })).toBe(instantByTemporal(language, instant, { zone, asOf }));
    }),
    { numRuns: 2000 },
  );
});
