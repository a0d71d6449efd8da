import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const SOURCES = join(import.meta.dirname, "..");

/** A list or a bracket of Chinese, written where the words of a page are not. */
const CHINESE_MARK = /join\("[、，；]"\)|[（，；：][{<]|[}>][）：]|`[（，；]\$|\}[）]`/;

it("is what joins lists and brackets of every page, so that English has none of Chinese", () => {
  const pages = globSync("**/*.{ts,tsx}", { cwd: SOURCES }).filter((path) => !/words\.ts$|\.test\./.test(path));
  const chinese = pages.flatMap((path) =>
    readFileSync(join(SOURCES, path), "utf8")
      .split("\n")
      .flatMap((line, index) =>
        CHINESE_MARK.test(line) && !/^\s*("zh-CN"|\w+: ["`])/.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
      ),
  );

  expect(pages.length).toBeGreaterThan(300);
  expect(chinese).toEqual([]);
});
