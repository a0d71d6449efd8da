import { describe, expect, it } from "vitest";
import { Archive, Material } from "./index.ts";

const activityId = "act_01k0000000000000000000000a";
const at = "2026-09-20T01:00:00.000Z";
const by = { actorId: "mem_01k0000000000000000000000b", role: "organizer" };
const id = (last: string) => Material.Id.parse(`mat_01k000000000000000000000${last.padStart(2, "0")}`);
const filing = { title: "社区服务日", year: 2026, number: 7, at, by };

const announced = (last: string) =>
  Material.announce(
    { name: "合影.jpg", contentType: "image/jpeg", bytes: 1000 },
    { id: id(last), activityId, at, by: by.actorId },
  );
const processing = (last: string) => Material.arrive(announced(last), at).item;
const ready = (last: string) => {
  const served = { kind: "document" as const, key: "serving/a/b/document.pdf", bytes: 10 };
  return Material.settle(processing(last), served, at);
};
const rejected = (last: string) => Material.settle(processing(last), { kind: "rejected", reason: "damaged" }, at);
const draft = (summary: string, owner?: "committee"): Archive.Info => ({
  ...Archive.empty(activityId),
  summary,
  ...(owner ? { owner } : {}),
});
const having = (materials: readonly Material.Info[], moneyOpen = false) => ({ materials, moneyOpen });
const nineteen = "为社区三十户老人检修宽带并讲解反诈知识";
const twenty = `${nineteen}。`;

describe("the gate of the archive", () => {
  it.each([
    ["nothing at all", draft(""), [], ["summary", "material", "owner"]],
    ["19 characters of summary", draft(nineteen, "committee"), [ready("a")], ["summary"]],
    ["20 characters of summary", draft(twenty, "committee"), [ready("a")], []],
    ["an upload that never came", draft(twenty, "committee"), [announced("a")], ["material"]],
    ["a rejected file alone", draft(twenty, "committee"), [rejected("a")], ["material"]],
    ["a rejected file beside a good one", draft(twenty, "committee"), [rejected("a"), ready("b")], []],
    ["no owner", draft(twenty), [ready("a")], ["owner"]],
    ["a file being checked", draft(twenty, "committee"), [ready("a"), processing("b")], ["processing"]],
  ] as const)("with %s, names every missing part at once", (_, archive, materials, missing) => {
    expect(Archive.missingParts(archive, having(materials))).toEqual(missing);
  });

  it("is open until granted money is settled", () => {
    expect(Archive.missingParts(draft(twenty, "committee"), having([ready("a")], true))).toEqual(["money"]);
  });

  it("counts characters as people do: a rare ideograph is one", () => {
    const rare = "𠮷".repeat(20);

    expect(Archive.missingParts(draft(rare, "committee"), having([ready("a")]))).toEqual([]);
    expect(Archive.missingParts(draft("𠮷".repeat(10), "committee"), having([ready("a")]))).toEqual(["summary"]);
  });

  it("refuses to file what is incomplete and lists what is missing", () => {
    expect(() => Archive.file(draft(""), having([]), filing)).toThrow(
      expect.objectContaining({
        code: "archive.incomplete",
        message: expect.stringMatching(/summary.*material.*register/),
      }),
    );
  });
});

describe("filing", () => {
  const filed = Archive.file(
    draft(twenty, "committee"),
    having([rejected("a"), ready("b"), announced("c"), ready("d")]),
    filing,
  );

  it("fixes the archive with exactly the materials that are ready", () => {
    expect(Archive.Info.parse(filed.archive)).toMatchObject({
      status: "filed",
      materialIds: [id("b"), id("d")],
      filedAt: at,
      filedBy: by,
      number: 7,
    });
  });

  it("makes the line of the register", () => {
    const line = {
      owner: "committee",
      year: 2026,
      number: 7,
      activityId,
      title: "社区服务日",
      materials: 2,
      filedAt: at,
      filedBy: by,
    };

    expect(filed.entry).toEqual(line);
  });

  it("ends all changes", () => {
    expect(() => Archive.write(filed.archive, { summary: twenty, version: 0 }, { at, by: by.actorId })).toThrow(
      expect.objectContaining({ code: "archive.filed" }),
    );
    expect(() => Archive.file(filed.archive, having([]), filing)).toThrow(
      expect.objectContaining({ code: "archive.filed" }),
    );
  });
});

describe("writing a draft", () => {
  it("replaces what it says, an owner that is left out included", () => {
    const after = Archive.write(draft(twenty, "committee"), { summary: "新的", version: 0 }, { at, by: by.actorId });

    expect(after).toEqual({
      activityId,
      status: "draft",
      summary: "新的",
      version: 0,
      updatedAt: at,
      updatedBy: by.actorId,
    });
  });

  it("refuses a writer who read an older version", () => {
    const later = { ...Archive.empty(activityId), version: 3 };

    expect(() => Archive.write(later, { summary: "", version: 2 }, { at, by: "mem" })).toThrow(
      expect.objectContaining({ code: "edit.changed", kind: "conflict" }),
    );
  });
});
