import { deflateRawSync } from "node:zlib";
import { zipOf } from "@yigong/testing/sample-files.ts";
import { expect, it } from "vitest";
import { unpack, zipEntries } from "./zip.ts";

const only = (archive: Buffer) => zipEntries(archive)[0] ?? expect.fail("the archive has an entry");

it("hands back the content of an entry", async () => {
  const archive = zipOf([{ name: "总结.txt", content: "为社区检修宽带" }]);

  expect(only(archive).name).toBe("总结.txt");
  expect((await unpack(archive, only(archive), { keep: true })).toString()).toBe("为社区检修宽带");
});

it("stops at the declared size, long before the end of what would unpack", async () => {
  const broken = deflateRawSync(Buffer.alloc(10_000_000)).subarray(0, -3);
  const archive = zipOf([{ name: "a", packed: broken, bytes: 100, crc: 0 }]);

  // The broken end, were it reached, would be the cause.
  await expect(unpack(archive, only(archive))).rejects.toMatchObject({ reason: "damaged", cause: undefined });
});

it("finds what is broken in an entry that is as long as it says", async () => {
  const broken = deflateRawSync(Buffer.from("为社区检修宽带".repeat(100))).subarray(0, -3);
  const archive = zipOf([{ name: "a", packed: broken, bytes: 2100, crc: 0 }]);

  await expect(unpack(archive, only(archive))).rejects.toMatchObject({ reason: "damaged", cause: expect.any(Error) });
});
