import { afterEach, describe, expect, it, vi } from "vitest";
import type { Box } from "./fit.ts";
import { FRAMES, NAME_LINE, PAGE, PLACES, QR, RULE } from "./layout.ts";
import { printable } from "./pdf.builder.ts";
import { certificatePdf } from "./pdf.ts";
import {
  differenceOf,
  hasPdfTools,
  inkOf,
  look,
  noPdfToolsNotice,
  type Picture,
  pdfToolsRequired,
  SCALE,
  scan,
  textOf,
} from "./pdf-tools.fixture.ts";

const ORIGIN = "https://yigong.example";
const RARE = "䶮㛃𬭎㐂骉𰻝";
/** As long as the domain lets each text become. */
const LONGEST = printable("阿卜杜热依木·买买提明·阿卜杜外力·伊斯拉木江·".repeat(3).slice(0, 60), {
  honour: "服务社会服务客户服务员工三个主题实践活动先进典型".repeat(3).slice(0, 60),
  alliance: "某某通信集团有限公司某某省某某市分公司义工联盟".repeat(6).slice(0, 120),
  committee: "中共某某通信集团有限公司某某省某某市分公司委员会".repeat(6).slice(0, 120),
});
const LONGEST_LATIN = printable("Wolfeschlegelsteinhausenbergerdorff".repeat(2).slice(0, 60), {
  honour: "M".repeat(60),
  alliance: "W".repeat(120),
  committee: "Volunteers ".repeat(11).slice(0, 120),
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a certificate's file", () => {
  it("has the same bytes for the same facts, wherever and whenever it is made", async () => {
    const first = await certificatePdf(printable("王小明"), ORIGIN);
    vi.stubEnv("TZ", "America/New_York");
    const again = await certificatePdf(printable("王小明"), ORIGIN);

    expect(again.equals(first)).toBe(true);
    expect((await certificatePdf(printable("王小朋"), ORIGIN)).equals(first)).toBe(false);
  });

  it("is one tagged page in Chinese, with both fonts as subsets of its own and no other", async () => {
    const pdf = (await certificatePdf(printable("王小明"), ORIGIN)).toString("latin1");

    expect(pdf).toContain("/Lang (zh-CN)");
    expect(pdf).toMatch(/\/MarkInfo/);
    expect(pdf).toMatch(/\/Type \/Pages\n\/Count 1\n/);
    expect(pdf).toContain(`/MediaBox [0 0 ${PAGE.width} ${PAGE.height}]`);
    expect([...new Set([...pdf.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name))].sort()).toEqual([
      "BZZZZZ+NotoSansSC-Bold",
      "CZZZZZ+NotoSansSC-Regular",
    ]);
  });

  it("weighs at most 60 kB, however much is printed", async () => {
    const sizes = await Promise.all([printable("王小明"), LONGEST].map((one) => certificatePdf(one, ORIGIN)));

    expect(Math.max(...sizes.map(({ length }) => length))).toBeLessThan(60_000);
  });
});

it("has places that do not lie on each other and are within the inner frame", () => {
  const boxes: [string, Box][] = [
    ...Object.entries(PLACES).map(([name, { box }]): [string, Box] => [name, box]),
    ["qr", { x: QR.x, y: QR.y, width: QR.side, height: QR.side }],
  ];
  const touching = boxes.flatMap(([one, a], at) =>
    boxes.slice(at + 1).flatMap(([other, b]) => {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      return apart ? [] : [`${one} ${other}`];
    }),
  );
  const inner = FRAMES[1].inset;
  const outside = boxes.filter(
    ([, { x, y, width, height }]) =>
      x < inner || y < inner || x + width > PAGE.width - inner || y + height > PAGE.height - inner,
  );

  expect([touching, outside]).toEqual([[], []]);
});

/** Squares of the name's characters, which are as wide as they are high. */
function cellsOf(count: number): Box[] {
  const { box, style } = PLACES.name;
  const left = box.x + (box.width - count * style.size) / 2;
  const y = box.y + (box.height - style.size) / 2;
  return Array.from({ length: count }, (_, at) => ({
    x: left + at * style.size,
    y,
    width: style.size,
    height: style.size,
  }));
}

/** The page without what is allowed to have ink. */
function outsideOf({ width, height, grey }: Picture): number {
  const clear = grey.slice();
  const wipe = ({ x, y, width: wide, height: high }: Box) => {
    for (let row = Math.floor(y * SCALE); row < Math.ceil((y + high) * SCALE); row += 1)
      clear.fill(255, row * width + Math.floor(x * SCALE), row * width + Math.ceil((x + wide) * SCALE));
  };
  for (const { box } of Object.values(PLACES)) wipe(box);
  wipe({ x: QR.x, y: QR.y, width: QR.side, height: QR.side });
  for (const { y } of [RULE, NAME_LINE]) wipe({ x: 200, y: y - 5, width: PAGE.width - 400, height: 10 });
  for (const { inset } of FRAMES) {
    const [across, down] = [PAGE.width - 2 * inset, PAGE.height - 2 * inset];
    for (const y of [inset - 2, inset + down - 2]) wipe({ x: inset - 2, y, width: across + 4, height: 4 });
    for (const x of [inset - 2, inset + across - 2]) wipe({ x, y: inset - 2, width: 4, height: down + 4 });
  }
  return clear.subarray(0, width * height).filter((pixel) => pixel < 200).length;
}

if (!hasPdfTools) {
  process.stderr.write(`${noPdfToolsNotice}\n`);
  it("passes by when there is nothing to look with, unless it is required", () => {
    expect(pdfToolsRequired).toBe(false);
  });
} else
  describe("a certificate, looked at", () => {
    it("has ink in every place", async () => {
      const picture = await look(await certificatePdf(printable("王小明"), ORIGIN));
      const blank = Object.entries(PLACES).filter(([, { box }]) => inkOf(picture, box) < 0.01);

      expect([picture.width, picture.height]).toEqual([1684, 1191]);
      expect(blank).toEqual([]);
    });

    it("shows each rare character of a name, none blank, none like another, none like a missing one", async () => {
      const picture = await look(await certificatePdf(printable(`${RARE}𠮷`), ORIGIN));
      const cells = cellsOf(7);
      const [first, last] = [cells[0], cells[6]] as [Box, Box];
      const pairs = cells.flatMap((one, at) => cells.slice(at + 1).map((other) => differenceOf(picture, one, other)));
      const inks = cells.map((cell) => inkOf(picture, cell));

      expect(Math.min(...inks.slice(0, 6))).toBeGreaterThan(0.25);
      expect(Math.min(...pairs)).toBeGreaterThan(0.15);
      // A narrower blank would move the others: the first and the last character stand where they belong.
      expect(inkOf(picture, { ...first, width: 8 })).toBeGreaterThan(0);
      expect(inkOf(picture, { ...last, x: last.x + last.width - 8, width: 8 })).toBeGreaterThan(0);
    });

    it.each([
      ["an everyday name", printable("王小明")],
      ["rare characters", printable(RARE)],
      ["the longest Chinese texts", LONGEST],
      ["the longest words without a break", LONGEST_LATIN],
    ])("keeps %s inside its place", async (_, certificate) => {
      const picture = await look(
        await certificatePdf(certificate, "https://volunteers.a-long-name.internal.example:8443"),
      );

      expect(outsideOf(picture)).toBe(0);
    });

    it("leads to its verification by the QR code", async () => {
      expect(scan(await certificatePdf(printable("王小明"), ORIGIN))).toBe(
        "https://yigong.example/certificates/7K3M-Q9TZ-0V4H-2XBD",
      );
    });

    it("says in its text layer what is to be seen, and that it is an internal certificate", async () => {
      const words = textOf(await certificatePdf(printable(RARE), ORIGIN));

      for (const each of [
        RARE,
        "优秀志愿者",
        "2026年度",
        "2026-0001",
        "7K3M-Q9TZ-0V4H-2XBD",
        "台州义工联盟",
        "公司党委",
      ])
        expect(words).toContain(each);
      for (const each of [
        "2027年1月31日",
        "公司内部荣誉证书",
        "不是《志愿服务记录与证明出具办法（试行）》",
        "OutstandingVolunteer",
      ])
        expect(words).toContain(each);
    });

    it("prints the longest texts whole", async () => {
      const words = textOf(await certificatePdf(LONGEST, ORIGIN));
      const { holder, honour, alliance, committee } = LONGEST;

      for (const each of [holder.name, honour, alliance, committee]) expect(words).toContain(each);
    });
  });
