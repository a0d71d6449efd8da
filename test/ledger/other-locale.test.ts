import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("other-locale.ts", import.meta.url));
const ZONES = ["UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Kiritimati"];
const LOCALES = ["zh_CN.UTF-8", "en_US.UTF-8", "tr_TR.UTF-8"];

it("is the same bytes in four time zones and three locales", async () => {
  const digests: string[] = [];
  for (const TZ of ZONES)
    for (const LC_ALL of LOCALES) {
      const env = { ...process.env, TZ, LC_ALL, LANG: LC_ALL };
      const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", SCRIPT], { env });
      digests.push(stdout);
    }

  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(digests).size).toBe(1);
});
