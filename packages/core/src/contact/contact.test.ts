import { describe, expect, it } from "vitest";
import * as Contact from "./contact.ts";
import { reachOf } from "./reach.ts";
import { Email, Mobile, masked } from "./way.ts";

const DAY = "2026-09-12";
const doing = { actorId: "mem_1", at: "2026-09-12T01:00:00.000Z", day: DAY };
const ID = Contact.Id.parse(`con_${"1".padStart(26, "0")}`);
const WRITING = {
  kind: "person",
  name: "周阿姨",
  mobile: "13800138001",
  language: "zh-CN",
  source: { from: "activity" },
} as const satisfies Contact.Writing;
const guardian = { name: "周母", mobile: "13900139001" };
const contact = (more: Partial<Contact.Writing> = {}) => Contact.record({ ...WRITING, ...more }, { ...doing, id: ID });
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "nothing";
};

describe("a contact", () => {
  it.each([
    [{ mobile: undefined }, "contact.unreachable"],
    [{ bornOn: "2012-03-01" }, "contact.needs_guardian"],
    [{ bornOn: "2030-01-01", guardian }, "contact.born_in_future"],
    [{ kind: "organization", bornOn: "2000-01-01" }, "contact.not_a_person"],
    [{ kind: "organization", guardian }, "contact.not_a_person"],
    [{ person: "王主任" }, "contact.not_a_person"],
    [{ kind: "organization", person: "王主任" }, "nothing"],
    [{ bornOn: "2012-03-01", guardian, mobile: undefined }, "nothing"],
  ] as const)("with %o is refused as %s", (more, code) => {
    expect(codeOf(() => contact(more as Partial<Contact.Writing>))).toBe(code);
  });

  it.each([
    ["2008-09-13", true],
    ["2008-09-12", false],
    ["2008-02-29", false],
    [undefined, false],
  ])("born on %s is a minor on 12 September 2026: %s", (bornOn, expected) => {
    expect(Contact.isMinorOn({ bornOn }, DAY)).toBe(expected);
  });

  it("comes of age on 1 March when born on 29 February", () => {
    expect(Contact.comesOfAgeOn("2008-02-29")).toBe("2026-03-01");
  });

  it("is corrected at the version that was read, and a null takes a value away", () => {
    const corrected = Contact.correct(
      contact({ email: "a@b.example" }),
      { version: 0, name: "周老师", email: null },
      DAY,
    );

    expect(corrected).toEqual({ ...contact(), name: "周老师" });
    expect(codeOf(() => Contact.correct(contact(), { version: 3, name: "周老师" }, DAY))).toBe("edit.changed");
  });

  it("keeps nothing of its data once it is removed, and is not corrected any more", () => {
    const removed = Contact.remove(contact(), { ...doing, cause: "asked" });

    expect(Object.keys(removed).sort()).toEqual(
      ["cause", "id", "recordedAt", "recordedBy", "removedAt", "removedBy", "status", "version"].sort(),
    );
    expect(codeOf(() => Contact.correct(removed, { version: 0, name: "x" }, DAY))).toBe("contact.removed");
    expect(Contact.remove(removed, { ...doing, cause: "mistake" })).toBe(removed);
  });

  it("is told once that it consented, not twice", () => {
    const said = { purpose: "greeting", state: "given", how: "written" } as const;
    const given = Contact.decideConsent(contact(), said, doing);

    expect(codeOf(() => Contact.decideConsent(given, said, doing))).toBe("contact.consent_same");
    expect(Contact.decideConsent(given, { ...said, state: "withdrawn" }, doing).consents).toHaveLength(2);
  });
});

describe("whom to reach", () => {
  const consent = (of: Contact.Info, purpose: Contact.Purpose, state: "given" | "withdrawn") =>
    Contact.decideConsent(of, { purpose, state, how: "spoken" }, doing);
  const child = contact({ bornOn: "2012-03-01", guardian });

  it.each([
    ["an ordinary contact is asked after a service", contact(), "survey", undefined],
    ["nobody is greeted without consent", contact(), "greeting", "noConsent"],
    ["who consented is greeted", consent(contact(), "greeting", "given"), "greeting", undefined],
    ["who withdrew is not asked", consent(contact(), "survey", "withdrawn"), "survey", "withdrawn"],
    ["withdrawing one purpose leaves the others", consent(contact(), "survey", "withdrawn"), "contact", undefined],
    [
      "who wants no contact is left alone",
      Contact.setDoNotContact(consent(contact(), "greeting", "given"), { ...doing, wanted: true, why: "不愿被打扰" }),
      "greeting",
      "doNotContact",
    ],
    ["who was removed is left alone", Contact.remove(contact(), { ...doing, cause: "asked" }), "survey", "removed"],
  ] as const)("%s", (_, of, purpose, bar) => {
    const reach = reachOf(of, purpose, DAY);

    expect("bar" in reach ? reach.bar : undefined).toBe(bar);
  });

  it("is a minor's guardian, until the child comes of age", () => {
    const greeted = consent(child, "greeting", "given");

    expect(reachOf(greeted, "greeting", DAY)).toEqual({
      to: { ...guardian, language: "zh-CN", isGuardian: true },
    });
    expect(reachOf(greeted, "greeting", "2030-03-01")).toEqual({ bar: "noConsent" });
    expect(reachOf(greeted, "survey", "2030-03-01")).toEqual({
      to: { name: "周阿姨", mobile: "13800138001", language: "zh-CN", isGuardian: false },
    });
  });
});

it("writes one phone number one way, and hides what it does not need to show", () => {
  expect(Mobile.parse("+86 138-0013-8001")).toBe("13800138001");
  expect(Email.parse(" Zhou@Example.com ")).toBe("zhou@example.com");
  expect(masked({ mobile: "13800138001", email: "zhou@example.com" })).toEqual({
    mobile: "138****8001",
    email: "z***@example.com",
  });
});
