import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

it("the README's example runs as it stands and prints what its comment says", async () => {
  const [, example = ""] = /```js\n(.*?)```/s.exec(readFileSync(`${root}README.md`, "utf8")) ?? [];
  const promised = /console\.log\(.*\/\/ (.*)$/m.exec(example)?.[1];
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", example], {
    cwd: root,
  });

  expect(stdout).toBe(`${promised}\n`);
  expect(promised).toBe('"Hello, world!"');
});
