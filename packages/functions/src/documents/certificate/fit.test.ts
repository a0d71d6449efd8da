import { describe, expect, it } from "vitest";
import { type Box, type Style, sizeFor } from "./fit.ts";

const box: Box = { x: 0, y: 0, width: 100, height: 60 };
const style: Style = { font: "bold", size: 40, least: 12, color: "#000000" };

/** Paper on which each character is as wide and as high as its size. */
function paper() {
  let size = 0;
  const self = {
    font: () => self,
    fontSize: (set: number) => {
      size = set;
      return self;
    },
    heightOfString: (text: string) => Math.ceil([...text].length / Math.floor(box.width / size)) * size,
  };
  return self as unknown as Parameters<typeof sizeFor>[0];
}

describe("the size of a text", () => {
  it.each([
    ["the full size where there is room", "王芳", 40],
    ["the largest at which it fits in one line", "王小明", 33],
    ["the largest at which it fits in two lines", "阿卜杜热依", 30],
    ["the least when it fits at none", "长".repeat(500), 12],
  ])("is %s", (_, words, size) => {
    expect(sizeFor(paper(), words, { box, style })).toBe(size);
  });
});
