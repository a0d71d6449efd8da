import { enter, prepare } from "@yigong/core/award/move.ts";
import { AT, deciding, fresh } from "@yigong/core/award/run.builder.ts";
import type * as Run from "@yigong/core/award/run.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { describe, expect, it } from "vitest";
import { isForsaken } from "./reissue-run.ts";

const seen = (run: Run.Info, stage: Run.Stage): Run.Info => prepare(enter(run, stage, AT), stage);
const after = (hours: number) => plusHours(AT, hours);

describe("a run's execution is missed", () => {
  it.each([
    ["an hour after it was asked for and did not come", fresh(), 1, false],
    ["more than an hour after it was asked for", fresh(), 1.001, true],
    ["more than an hour after it came and did not finish a stage of its own", seen(fresh(), "Freeze"), 1.001, true],
    ["not while the committee takes its time", seen(deciding(), "Committee"), 24 * 200, false],
    ["when the committee's stage was never entered", deciding(), 1.001, true],
    ["after 300 days in any case", seen(deciding(), "Committee"), 24 * 300 + 0.001, true],
  ])("%s", (_, run, hours, missed) => {
    expect(isForsaken(run, after(hours), "1")).toBe(missed);
  });

  it("at once when it runs another definition", () => {
    expect(isForsaken(seen(deciding(), "Committee"), AT, "2")).toBe(true);
  });
});
