import { describe, expect, it } from "vitest";
import { append, Contact, chunkOf, clientIdOf, mask } from "./served.ts";

const contact = (fields: object) => Contact.parse(fields);

describe("the contact of a served client", () => {
  it.each([
    ["138 1234 5678", "13812345678"],
    ["+86 138-1234-5678", "13812345678"],
    ["0086 13812345678", "13812345678"],
    ["+852 6123 4567", "+85261234567"],
    ["(0576) 8888 1234", "057688881234"],
  ])("writes the number %s one way", (typed, kept) => {
    expect(contact({ mobile: typed }).mobile).toBe(kept);
  });

  it.each([{}, { name: "王芳" }, { mobile: "12" }, { mobile: "not a number" }, { email: "wang" }])(
    "is refused when nobody can be reached by it: %o",
    (fields) => {
      expect(Contact.safeParse(fields).success).toBe(false);
    },
  );

  it("keeps nothing that was not asked for", () => {
    expect(contact({ mobile: "13812345678", idCard: "331002199001010011" })).toEqual({
      mobile: "13812345678",
      language: "zh-CN",
    });
  });
});

describe("adding contacts", () => {
  const wang = contact({ mobile: "13812345678" });

  it("leaves out who is listed by mobile or by mail, in the list and in the addition itself", () => {
    const listed = [wang, contact({ email: "li@example.org" })];
    const more = [
      contact({ name: "王芳", mobile: "+86 13812345678" }),
      contact({ mobile: "13900000001", email: "LI@example.org" }),
      contact({ mobile: "13900000002" }),
      contact({ mobile: "13900000002" }),
    ];

    expect(append(listed, more)).toEqual({ list: [...listed, more[2]], added: 1 });
  });

  it("stops at five thousand", () => {
    const many = (count: number, from = 0) =>
      Array.from({ length: count }, (_, at) => contact({ mobile: `139${String(from + at).padStart(8, "0")}` }));

    expect(append(many(4999), many(1, 6000)).added).toBe(1);
    expect(() => append(many(4999), many(2, 6000))).toThrow(
      expect.objectContaining({ code: "survey.too_many_served" }),
    );
  });
});

describe("the number of a client", () => {
  it.each([
    [0, "cli_0001", 0],
    [99, "cli_0100", 0],
    [100, "cli_0101", 1],
    [4999, "cli_5000", 49],
  ])("tells where the client is stored (%i)", (index, clientId, chunk) => {
    expect([clientIdOf(index), chunkOf(clientIdOf(index))]).toEqual([clientId, chunk]);
  });
});

it.each([
  [{ mobile: "13812345678" }, { mobile: "138****5678" }],
  [{ mobile: "+85261234567" }, { mobile: "+852****4567" }],
  [{ mobile: "8888123" }, { mobile: "****23" }],
  [{ email: "wang.fang@example.org" }, { email: "w***@example.org" }],
])("hides the contact %o", (fields, hidden) => {
  expect(mask({ ...contact(fields), clientId: "cli_0001" })).toMatchObject(hidden);
});
