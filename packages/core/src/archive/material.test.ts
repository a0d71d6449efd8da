import { describe, expect, it } from "vitest";
import { Material } from "./index.ts";

const activityId = "act_01k0000000000000000000000a";
const id = Material.Id.parse("mat_01k0000000000000000000000b");
const at = "2026-09-20T01:00:00.000Z";
const later = "2026-09-20T01:05:00.000Z";
const said = { name: "合影.jpg", contentType: "image/jpeg" as const, bytes: 1000, caption: "合影" };
const uploading = Material.announce(said, { id, activityId, at, by: "mem_b" });

describe("what is announced", () => {
  const announced = (changed: object) => Material.Announced.safeParse({ ...said, ...changed }).success;

  it.each([
    [1, true],
    [0, false],
    [20_000_000, true],
    [20_000_001, false],
    [1.5, false],
  ])("may have %d bytes: %s", (bytes, fine) => {
    expect(announced({ bytes })).toBe(fine);
  });

  it.each([
    ["报告 (终稿).pdf", true],
    ["../../etc/passwd", false],
    ["a\\b.jpg", false],
    ["a\u0000.jpg", false],
    ["photo\u202egpj.exe", false],
    ["", false],
    ["   ", false],
    ["长".repeat(200), true],
    ["长".repeat(201), false],
  ])("has a name without folders and tricks: %j is fine: %s", (name, fine) => {
    expect(announced({ name })).toBe(fine);
  });

  it.each([
    ["image/webp", true],
    ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", true],
    ["image/heic", false],
    ["image/svg+xml", false],
    ["text/html", false],
    ["image/jpeg; charset=utf-8", false],
  ])("may be %s: %s", (contentType, fine) => {
    expect(announced({ contentType })).toBe(fine);
  });
});

describe("a file on its way", () => {
  const arrived = Material.arrive(uploading, later);

  it("is processed by one effect once it was uploaded", () => {
    expect(Material.Info.parse(arrived.item)).toMatchObject({ status: "processing", uploadedAt: later });
    expect(arrived.effects).toEqual([
      {
        kind: "material.process",
        id: `material.process:${activityId}:${id}`,
        dueAt: later,
        activityId,
        materialId: id,
      },
    ]);
  });

  it("stays as it is when the upload is told twice", () => {
    expect(Material.arrive(arrived.item, later)).toEqual({ item: arrived.item, effects: [] });
  });

  it("keeps the first verdict: a second run changes nothing", () => {
    const rejected = Material.settle(arrived.item, { kind: "rejected", reason: "damaged" }, later);
    const again = Material.settle(rejected, { kind: "document", key: "k", bytes: 1 }, later);

    expect(Material.Info.parse(rejected)).toMatchObject({ status: "rejected", reason: "damaged" });
    expect(again).toBe(rejected);
  });

  it("is never ready before it was uploaded", () => {
    expect(Material.settle(uploading, { kind: "document", key: "k", bytes: 1 }, at)).toBe(uploading);
  });

  it("is removed with an effect of its own that deletes its bytes, once", () => {
    const removed = Material.discard(arrived.item, { at: later, by: "mem_c" });

    expect(Material.Info.parse(removed.item)).toMatchObject({ status: "removed", removedBy: "mem_c" });
    expect(removed.effects.map((effect) => effect.id)).toEqual([`material.remove:${activityId}:${id}`]);
    expect(Material.discard(removed.item, { at: later, by: "mem_c" }).effects).toEqual([]);
    expect(() => Material.arrive(removed.item, later)).toThrow(expect.objectContaining({ code: "material.missing" }));
  });
});

it("has no bytes anywhere but under its own keys", () => {
  expect(new Set(Material.keysOf(uploading).map((key) => key.includes(`/${activityId}/${id}`)))).toEqual(
    new Set([true]),
  );
  expect(Material.keysOf(uploading)).toHaveLength(1 + Material.FORMS.length);
});
