import { theme as kinds } from "antd";
import { describe, expect, it, vi } from "vitest";

vi.stubGlobal("matchMedia", () => ({ matches: false }));
const { themeOf } = await import("./theme.ts");

const channel = (eight: number): number => {
  const part = eight / 255;
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const luminance = (colour: string): number => {
  const six = colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(six.slice(at, at + 2), 16)));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** @source WCAG 2.2, contrast ratio */
const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const tokensOf = (isDark: boolean) => kinds.getDesignToken(themeOf(isDark)) as unknown as Record<string, string>;

describe.each([
  ["light", false],
  ["dark", true],
])("in %s, words can be read", (_, isDark) => {
  const tokens = tokensOf(isDark);
  const danger = themeOf(isDark).components?.Button?.dangerColor ?? "#ffffff";

  it.each(["colorPrimary", "colorPrimaryHover", "colorPrimaryActive"])("in white on a button of %s", (ground) => {
    expect(contrast("#ffffff", tokens[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["colorError", "colorErrorHover", "colorErrorActive"])("on a button of %s that takes away", (ground) => {
    expect(contrast(danger, tokens[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["colorLink", "colorLinkHover", "colorLinkActive", "colorErrorText", "colorErrorTextHover"])(
    "in %s on a card",
    (words) => {
      expect(contrast(tokens[words] ?? "", tokens.colorBgContainer ?? "")).toBeGreaterThanOrEqual(4.5);
    },
  );
});
