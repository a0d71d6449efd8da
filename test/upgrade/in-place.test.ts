import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { pathIn, RELEASES, restoreInto } from "./data-directory.ts";
import { runRelease } from "./run-release.ts";

it.each(RELEASES)(
  "a data directory of release %s comes to the same end with its executions in flight",
  async (release) => {
    const { end, failed } = await runRelease(release, restoreInto, { reads: false });

    expect(failed).toEqual([]);
    expect(end).toMatchObject(JSON.parse(readFileSync(pathIn(release, "end.json"), "utf8")));
  },
  240_000,
);
