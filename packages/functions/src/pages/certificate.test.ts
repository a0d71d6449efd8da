import { Refusal } from "@yigong/core/lib/error.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { certified } from "@yigong/testing/scenario/certifying.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certificatePages } from "./certificate.tsx";

const alliance = await testAlliance();
const { certificates, settings } = alliance.useCases;
const pages = certificatePages({ certificates, settings: settings.get });
beforeAll(() => certified(alliance));
afterAll(() => alliance.close());

const VALID = "0000-0001-0000-0001";
const REVOKED = "0000-0001-0000-0003";
const UNKNOWN = "7K3M-Q9TZ-0V4H-2XBD";
const show = (path: string, headers: Record<string, string> = {}) => pages.request(path, { headers });
const read = async (path: string) => (await show(path)).text();
const typed = (number: string, code: string) => `/certificates?${new URLSearchParams({ number, code })}`;
const everythingOf = async (response: Response) => ({
  status: response.status,
  headers: [...response.headers],
  text: await response.text(),
});

describe("verifying", () => {
  it("shows what is printed, that it holds, and nothing else", async () => {
    const html = await read(`/certificates/${VALID}`);

    for (const words of [
      "证书有效",
      "2026-0001",
      "王小明",
      "优秀志愿者",
      "2026年度",
      "台州义工联盟",
      "公司党委",
      "2027年1月31日",
    ])
      expect(html).toContain(words);
    expect(html).toContain("公司内部荣誉证书，不是");
    expect(html).not.toMatch(/mem_|run_|T01:00/);
  });

  it("tells that one was revoked and on which day, and not why or by whom", async () => {
    const response = await show(`/certificates/${REVOKED}`);
    const html = await response.text();

    expect(response.status).toBe(200);
    expect(html).toContain("证书已撤销");
    expect(html).toContain("2027年3月1日");
    expect(html).not.toMatch(/证书有效|不实|mem_/);
  });

  it("keeps a certificate valid whose holder was erased, without the name", async () => {
    await certificates.eraseHolder(memberIdOf(5), "2027-05-01T00:00:00.000Z");
    const html = await read("/certificates/0000-0001-0000-0005");

    expect(html).toContain("证书有效");
    expect(html).toContain("已按本人要求删除");
    expect(html).not.toContain("赵敏");
  });

  it("reads a code however it is typed", async () => {
    for (const code of ["0000000100000001", "OOOO-OOOI-oooo-ooo1", "００００－０００１－００００－０００１"])
      expect(await read(`/certificates/${encodeURIComponent(code)}`)).toContain("王小明");
  });

  it("gives one and the same page for every code that is none of ours", async () => {
    const odd = ["x", "%E4%B8%AD%00<b>", "0".repeat(5000)];
    const pagesSeen = await Promise.all(
      [UNKNOWN, ...odd].map(async (code) => everythingOf(await show(`/certificates/${code}`))),
    );

    expect(pagesSeen[0]).toMatchObject({ status: 404 });
    expect(pagesSeen[0]?.text).toContain("查不到这张证书");
    for (const other of pagesSeen) expect(other).toEqual(pagesSeen[0]);
  });

  it("writes nothing", async () => {
    const before = alliance.store.meter.writeUnits;
    await Promise.all([show(`/certificates/${VALID}`), show(typed("2026-0001", VALID)), show("/certificates")]);

    expect(alliance.store.meter.writeUnits).toBe(before);
  });
});

describe("typing number and code", () => {
  it("leads to the certificate when both are its own", async () => {
    expect(await read(typed("№２０２６－０００１", "0000 0001 0000 0001"))).toContain("王小明");
  });

  it("leads nowhere when the number is another's", async () => {
    const other = await show(typed("2026-0002", VALID));

    expect(other.status).toBe(404);
    expect(await other.text()).not.toContain("王小明");
  });

  it.each([
    ["2026", VALID, ["number"]],
    ["2026-0001", "0000", ["code"]],
    ["", "", ["number", "code"]],
  ])("says what is wrong with %s and %s and keeps what was typed", async (number, code, faulty) => {
    const response = await show(typed(number, code));
    const html = await response.text();

    expect(response.status).toBe(422);
    expect(["number", "code"].filter((field) => html.includes(`id="${field}-why"`))).toEqual(faulty);
    expect(html).toContain(`name="number" value="${number}"`);
    expect(html).toContain(`name="code" value="${code}"`);
  });

  it("keeps number and code when the language is switched", async () => {
    const html = await read(typed("2026-0001", VALID));

    expect(html).toContain('href="?number=2026-0001&amp;code=0000-0001-0000-0001&amp;lang=en"');
  });
});

describe("every page", () => {
  const paths = [
    "/certificates",
    `/certificates/${VALID}`,
    `/certificates/${REVOKED}`,
    `/certificates/${UNKNOWN}`,
    typed("", ""),
  ];

  it("is kept, passed on, indexed, framed and loaded by nobody, and runs no script", async () => {
    for (const path of paths) {
      const response = await show(path);

      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
      expect(response.headers.get("x-robots-tag")).toContain("noindex");
      expect(response.headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      expect(await response.text()).not.toMatch(/<script|style="|\son\w+=|https?:\/\//);
    }
  });

  it("speaks the language that is asked for, else the reader's", async () => {
    for (const path of paths) {
      const asked = await show(`${path}${path.includes("?") ? "&" : "?"}lang=en`, { "accept-language": "zh-CN" });
      const wished = await show(path, { "accept-language": "en-GB" });
      const html = await asked.text();

      expect([asked.headers.get("content-language"), wished.headers.get("content-language")]).toEqual(["en", "en"]);
      expect(html).toContain('<html lang="en">');
    }
    expect(await read(`/certificates/${VALID}?lang=en`)).toContain("优秀志愿者 Outstanding Volunteer");
  });

  it("takes at most 14 KB on the wire, uncompressed and with its headers", async () => {
    for (const path of paths) {
      const response = await show(path);
      const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");

      expect(Buffer.byteLength(headers + (await response.text()))).toBeLessThan(14_000);
    }
  });

  it("escapes what people typed", async () => {
    const name = await read("/certificates/0000-0001-0000-0004");
    const input = await read(typed(`"><script>1</script>`, `"onfocus=x`));

    expect(name).toContain("&lt;b&gt;韩&lt;/b&gt; &amp; 梅");
    expect(input).not.toMatch(/<script|value=""onfocus/);
  });
});

it("says that nothing was found out when the store cannot be reached", async () => {
  const away = async () => Promise.reject(new Refusal("unavailable", "store.unavailable", "away"));
  const response = await certificatePages({ certificates: { byCode: away }, settings: settings.get }).request(
    `/certificates/${VALID}`,
  );

  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "60"]);
  expect(await response.text()).toContain("暂时打不开");
});
