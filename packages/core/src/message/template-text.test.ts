import { describe, expect, it } from "vitest";
import { TEMPLATES, textsOf } from "./template.ts";
import { checked, fieldsOf, isEditable, preview, reword, type Texts } from "./template-text.ts";

const zone = "Asia/Shanghai";
const duty = textsOf("recruit.duty");
const texts = (zh: Partial<Texts["en"]>, en: Partial<Texts["en"]> = {}): Texts => ({
  "zh-CN": { ...duty["zh-CN"], ...zh },
  en: { ...duty.en, ...en },
});
const instants = fieldsOf("recruit.duty")
  .filter((name) => name.endsWith("At"))
  .map((name) => `{{${name}}}`)
  .join(" ");

describe("words of one's own", () => {
  it.each([
    ["a field that there is not", texts({ body: `${instants} {{weather}}` }), "message.template_unknown_field"],
    ["a field that is not closed", texts({ body: `${instants} {{title` }), "message.template_unknown_field"],
    ["a field with a blank in it", texts({ body: `${instants} {{ title }}` }), "message.template_unknown_field"],
    [
      "no instant where the built-in words have one",
      texts({}, { body: "Please come.", subject: "Please come" }),
      "message.template_without_field",
    ],
    [
      "a text that no phone shows whole",
      texts({ body: `${instants} ${"请".repeat(260)}` }),
      "message.template_too_long",
    ],
    ["a subject that no list shows whole", texts({ subject: "请".repeat(61) }), "message.template_too_long"],
  ])("are refused with %s", (_, given, code) => {
    expect(() => checked("recruit.duty", given, zone)).toThrow(expect.objectContaining({ code }));
  });

  it("are refused for codes, for links of served clients, and for what is no template", () => {
    expect(() => checked("session.code", texts({}), zone)).toThrow(
      expect.objectContaining({ code: "message.template_fixed" }),
    );
    expect(() => checked("toString", texts({}), zone)).toThrow(
      expect.objectContaining({ code: "message.template_unknown" }),
    );
  });

  it("are refused over those that somebody else saved meanwhile", () => {
    const given = { template: "recruit.duty", texts: texts({}), version: 0 };
    const first = reword(undefined, given, { at: "2026-09-01T00:00:00.000Z", zone });

    expect(() => reword({ ...first, version: 1 }, given, { at: "2026-09-02T00:00:00.000Z", zone })).toThrow(
      expect.objectContaining({ code: "edit.changed" }),
    );
  });

  it("are shown as they will read, with the address of their page", () => {
    const shown = preview("recruit.duty", texts({ body: `{{title}}：${instants}` }), zone)["zh-CN"];

    expect(shown.body).toMatch(/^海陵社区净滩行：9月12日.*办理：https:\/\/\S+$/);
  });
});

it.each(TEMPLATES.filter(isEditable))("takes the built-in words of each kind: %s", (template) => {
  expect(checked(template, textsOf(template), zone)).toBe(template);
});
