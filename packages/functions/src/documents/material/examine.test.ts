import { deflateRawSync } from "node:zlib";
import { Material } from "@yigong/core/archive/index.ts";
import { EXCEL, hugePng, officeOf, pdf, phonePhoto, WORD, zipOf } from "@yigong/testing/sample-files.ts";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { examine } from "./examine.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const id = Material.Id.parse("mat_01k0000000000000000000000b");
const claim = (contentType: Material.ContentType) => ({ activityId: "act_a", id, contentType });
const verdict = async (contentType: Material.ContentType, bytes: Uint8Array) => {
  const { found } = await examine(claim(contentType), bytes);
  return found.kind === "rejected" ? found.reason : found.kind;
};
let photo: Buffer;

beforeAll(async () => {
  photo = await phonePhoto(2400, 1200);
});

describe("a photo", () => {
  it("is drawn anew, upright, at most 1600 and 320 pixels a side", async () => {
    const { found, outputs } = await examine(claim("image/jpeg"), photo);
    const sizes = await Promise.all(outputs.map(({ bytes }) => sharp(bytes).metadata()));

    expect(found).toMatchObject({
      kind: "photo",
      large: { width: 800, height: 1600 },
      thumbnail: { width: 160, height: 320 },
    });
    expect(sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
      ["jpeg", 800, 1600],
      ["webp", 160, 320],
    ]);
  });

  it("keeps nothing of its EXIF: no place, no camera, no mark of its side", async () => {
    const before = await sharp(photo).metadata();
    const { outputs } = await examine(claim("image/jpeg"), photo);
    const after = await Promise.all(outputs.map(({ bytes }) => sharp(bytes).metadata()));

    expect(before.exif).toBeDefined();
    expect(after.map(({ exif, xmp, iptc, icc, orientation }) => [exif, xmp, iptc, icc, orientation])).toEqual(
      after.map(() => [undefined, undefined, undefined, undefined, undefined]),
    );
    expect(outputs.some(({ bytes }) => Buffer.from(bytes).includes("Phone"))).toBe(false);
  });

  it("is never made larger than it is", async () => {
    const small = await sharp({ create: { width: 40, height: 30, channels: 4, background: "#fff0" } })
      .png()
      .toBuffer();

    expect((await examine(claim("image/png"), small)).found).toMatchObject({
      large: { width: 40, height: 30 },
      thumbnail: { width: 40, height: 30 },
    });
  });

  it("gives the same bytes again", async () => {
    const [first, second] = [await examine(claim("image/jpeg"), photo), await examine(claim("image/jpeg"), photo)];

    expect(first.outputs.map(({ bytes }) => Buffer.from(bytes))).toEqual(
      second.outputs.map(({ bytes }) => Buffer.from(bytes)),
    );
  });

  it("loses what was hidden behind it", async () => {
    const script = "<script>alert(1)</script>";
    const both = Buffer.concat([photo, Buffer.from(script), zipOf([{ name: "a", content: "b" }])]);
    const { found, outputs } = await examine(claim("image/jpeg"), both);

    expect(found.kind).toBe("photo");
    expect(
      outputs.some(({ bytes }) => Buffer.from(bytes).includes(script) || Buffer.from(bytes).includes("PK\u0005\u0006")),
    ).toBe(false);
  });

  it("is taken as WebP too", async () => {
    expect(await verdict("image/webp", await sharp(photo).resize(100).webp().toBuffer())).toBe("photo");
  });
});

describe("an upload that is not what it claims", () => {
  const page = Buffer.from("<!doctype html><script>alert(1)</script>");
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

  it.each([
    ["a page as a photo", "image/jpeg", page, "notWhatItClaims"],
    ["an SVG as a photo", "image/png", svg, "notWhatItClaims"],
    ["a PDF as a photo", "image/jpeg", pdf(), "notWhatItClaims"],
    ["a page as a PDF", "application/pdf", page, "notWhatItClaims"],
    ["a PDF after something else", "application/pdf", Buffer.concat([page, pdf()]), "notWhatItClaims"],
    ["an archive as a PDF", "application/pdf", officeOf(WORD), "notWhatItClaims"],
    ["a sheet as a text", DOCX, officeOf(EXCEL), "notWhatItClaims"],
    ["any archive as a text", DOCX, zipOf([{ name: "a.txt", content: "b" }]), "notWhatItClaims"],
    ["nothing at all", "image/jpeg", Buffer.alloc(0), "empty"],
    ["three bytes of a photo", "image/jpeg", Buffer.from([0xff, 0xd8, 0xff]), "damaged"],
    ["more than 20 MB", "application/pdf", Buffer.alloc(20_000_001), "tooLarge"],
  ] as const)("is rejected: %s", async (_, contentType, bytes, reason) => {
    expect(await verdict(contentType, bytes)).toBe(reason);
  });

  it("is rejected: a PNG as a JPEG", async () => {
    expect(await verdict("image/jpeg", await sharp(photo).resize(10).png().toBuffer())).toBe("notWhatItClaims");
  });

  it("is rejected: a photo that ends in the middle", async () => {
    expect(await verdict("image/jpeg", photo.subarray(0, photo.length / 2))).toBe("damaged");
  });

  it.each([
    [60_000, 60_000, "tooManyPixels"],
    [10_000, 5_001, "tooManyPixels"],
    [100, 100, "damaged"],
  ])("is rejected before it is decoded: a PNG of %d by %d pixels in a few bytes", async (width, height, reason) => {
    expect(await verdict("image/png", hugePng(width, height))).toBe(reason);
  });
});

describe("a document", () => {
  it.each([
    ["application/pdf", pdf(), "document.pdf"],
    [DOCX, officeOf(WORD), "document.docx"],
    [XLSX, officeOf(EXCEL), "document.xlsx"],
  ] as const)("%s is served as it came", async (contentType, bytes, form) => {
    const { found, outputs } = await examine(claim(contentType), bytes);

    expect(found).toEqual({ kind: "document", key: `serving/act_a/${id}/${form}`, bytes: bytes.length });
    expect(outputs.map((output) => [output.contentType, Buffer.from(output.bytes)])).toEqual([[contentType, bytes]]);
  });

  const zeros = deflateRawSync(Buffer.alloc(50_000_000));
  const bomb = (name: string, bytes: number) => ({ name, packed: zeros, bytes, crc: 0 });

  it.each([
    [
      "five parts of 50 MB in 250 kB",
      officeOf(
        WORD,
        ["1", "2", "3", "4", "5"].map((name) => bomb(name, 50_000_000)),
      ),
      "unpacksTooLarge",
    ],
    ["a part that unpacks to more than it says", officeOf(WORD, [bomb("1", 100)]), "damaged"],
    ["a part with another checksum", officeOf(WORD, [{ name: "1", content: "abc", crc: 1 }]), "damaged"],
    ["an encrypted part", officeOf(WORD, [{ name: "1", content: "abc", flags: 1 }]), "damaged"],
    ["an end that is missing", officeOf(WORD).subarray(0, -10), "damaged"],
    ["something after its end", Buffer.concat([officeOf(WORD), Buffer.from("<script>")]), "damaged"],
    ["a PDF in its first part", zipOf([{ name: "%PDF-1.7", content: "" }]), "severalFormats"],
    ["macros", officeOf(WORD, [{ name: "word/vbaProject.bin", content: "x" }]), "macros"],
    ["the type of one with macros", officeOf("ms-word.document.macroEnabled.main"), "macros"],
  ] as const)("is rejected with %s", async (_, bytes, reason) => {
    expect(await verdict(DOCX, bytes)).toBe(reason);
  });

  it.each([
    ["an end that is missing", pdf().subarray(0, -8), "damaged"],
    ["an archive behind it", Buffer.concat([pdf(), zipOf([{ name: "a", content: "b" }])]), "severalFormats"],
    [
      "an archive around its end",
      zipOf([{ name: "a", content: "b" }], { comment: pdf().toString() }),
      "notWhatItClaims",
    ],
    [
      "an archive whose comment is its end",
      Buffer.concat([pdf(), zipOf([{ name: "a", content: "b" }], { comment: "%%EOF" })]),
      "severalFormats",
    ],
  ] as const)("is rejected as a PDF with %s", async (_, bytes, reason) => {
    expect(await verdict("application/pdf", bytes)).toBe(reason);
  });

  it("is rejected when its parts share bytes, however little it is", async () => {
    const plain = officeOf(WORD, [
      { name: "1", content: "abc" },
      { name: "2", content: "abc" },
    ]);
    const last = plain.lastIndexOf("PK\u0001\u0002");
    const before = plain.lastIndexOf("PK\u0001\u0002", last - 1);
    plain.copy(plain, last + 42, before + 42, before + 46);

    expect(await verdict(DOCX, plain)).toBe("damaged");
  });
});
