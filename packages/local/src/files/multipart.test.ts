import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaryOf, readParts } from "./multipart.ts";

/** The body of a form as a stream that is cut at the given places. */
async function* cut(body: Buffer, places: readonly number[]): AsyncGenerator<Uint8Array> {
  const sorted = [...new Set(places.map((place) => place % (body.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const to of [...sorted, body.length]) {
    yield body.subarray(from, to);
    from = to;
  }
}

async function partsOf(source: AsyncIterable<Uint8Array>, boundary: string) {
  const parts: [string, Buffer][] = [];
  for await (const { name, body } of readParts(source, boundary)) {
    const chunks: Buffer[] = [];
    for await (const chunk of body) chunks.push(Buffer.from(chunk));
    parts.push([name, Buffer.concat(chunks)]);
  }
  return parts;
}

const form = async (fields: readonly (readonly [string, Uint8Array<ArrayBuffer>])[]) => {
  const data = new FormData();
  for (const [name, content] of fields) data.append(name, new Blob([content]), "x.bin");
  const response = new Response(data);
  const boundary = boundaryOf(response.headers.get("content-type") ?? undefined);
  return { boundary, body: Buffer.from(await response.arrayBuffer()) };
};

describe("a form that comes in pieces", () => {
  it("reads the same wherever the pieces are cut", async () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((content) => new Uint8Array(content));
    const field = fc.tuple(fc.constantFrom("key", "policy", "file"), bytes);
    await fc.assert(
      fc.asyncProperty(
        fc.array(field, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(2000)),
        async (fields, places) => {
          const { boundary, body } = await form(fields);
          const read = await partsOf(cut(body, places), boundary);

          expect(read).toEqual(fields.map(([name, content]) => [name, Buffer.from(content)]));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("may hold almost its own boundary", async () => {
    const tricky = "\r\n--aa\r\n--aab\r\n--aabb\r\n\r\n--\r\n";
    const body = Buffer.from(
      `--aabbc\r\nContent-Disposition: form-data; name="file"\r\n\r\n${tricky}\r\n--aabbc--\r\n`,
    );

    for (let place = 0; place < body.length; place++)
      expect(await partsOf(cut(body, [place]), "aabbc")).toEqual([["file", Buffer.from(tricky)]]);
  });

  it("takes the name of a field, not that of its file", async () => {
    const body = Buffer.from('--b\r\nContent-Disposition: form-data; filename="name=x"; name="file"\r\n\r\n1\r\n--b--');

    expect(await partsOf(cut(body, []), "b")).toEqual([["file", Buffer.from("1")]]);
  });

  it.each([
    ["ends early", '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nhalf of it'],
    ["has no delimiter", "hello"],
    ["is empty", ""],
    ["has a part without a name", "--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b--"],
    ["has headers without an end", `--b\r\nX: ${"x".repeat(10_000)}`],
  ])("is refused when it %s", async (_, text) => {
    await expect(partsOf(cut(Buffer.from(text), [5]), "b")).rejects.toMatchObject({ code: "upload.malformed" });
  });
});

it.each([
  ["multipart/form-data; boundary=abc", "abc"],
  ['multipart/form-data; charset=utf-8; boundary="a b"', "a b"],
])("finds the boundary in %s", (contentType, boundary) => {
  expect(boundaryOf(contentType)).toBe(boundary);
});

it.each([undefined, "application/json", "multipart/form-data", `multipart/form-data; boundary=${"x".repeat(71)}`])(
  "refuses a body of %s",
  (contentType) => {
    expect(() => boundaryOf(contentType)).toThrow(expect.objectContaining({ code: "upload.malformed" }));
  },
);
