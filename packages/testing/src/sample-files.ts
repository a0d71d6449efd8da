import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import sharp from "sharp";

/** A photo as a phone makes it: lying on its side with a mark that says so, and with a place in its EXIF. */
export const phonePhoto = (width: number, height: number): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: "#c02020", noise: { type: "gaussian", mean: 128, sigma: 30 } },
  })
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Make: "Phone" },
        IFD3: {
          GPSLatitudeRef: "N",
          GPSLatitude: "32/1 27/1 0/1",
          GPSLongitudeRef: "E",
          GPSLongitude: "119/1 55/1 0/1",
        },
      },
    })
    .jpeg()
    .toBuffer();

/** What a picture says of itself. */
export const lookAt = (bytes: ArrayBuffer | Uint8Array) => sharp(bytes).metadata();

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
};

/** A few bytes that claim to be a picture of any size. */
export const hugePng = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    magic,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

/** One file for `zipOf`; what is declared follows from the content unless it is given. */
export interface Member {
  name: string;
  content?: Buffer | string;
  packed?: Buffer;
  bytes?: number;
  crc?: number;
  flags?: number;
}

/** An archive, also one that lies. */
export function zipOf(members: readonly Member[], { comment = "" } = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content = "", flags = 0, ...given } of members) {
    const data = Buffer.from(content);
    const { packed = deflateRawSync(data), bytes = data.length, crc = crc32(data) } = given;
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc, 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    locals.push(Buffer.from("PK\u0003\u0004"), shared, Buffer.from(name), packed);
    central.push(Buffer.from("PK\u0001\u0002\u0014\u0000"), shared, place, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)]);
}

const contentTypes = (main: string): Member => ({
  name: "[Content_Types].xml",
  content: `<?xml version="1.0"?><Types><Override PartName="/a.xml" ContentType="application/vnd.${main}+xml"/></Types>`,
});

export const WORD = "openxmlformats-officedocument.wordprocessingml.document.main";
export const EXCEL = "openxmlformats-officedocument.spreadsheetml.sheet.main";

/** An office document with more parts, if wanted. */
export const officeOf = (main: string, parts: readonly Member[] = [], options: { comment?: string } = {}): Buffer =>
  zipOf([contentTypes(main), { name: "word/document.xml", content: "<w:document/>" }, ...parts], options);

export const pdf = (after = ""): Buffer => Buffer.from(`%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n${after}`);
