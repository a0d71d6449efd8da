import type { Certificates } from "@yigong/core/certificate/certificate.store.ts";
import { type Info, readNumber } from "@yigong/core/certificate/certificate.ts";
import { readCode } from "@yigong/core/certificate/code.ts";
import { type Key, text } from "@yigong/core/language/index.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Settings } from "@yigong/core/organization/organization.ts";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { languageOf } from "../lib/accept-language.ts";
import { type Field, type Typed, VerifyForm } from "./certificate-form.tsx";
import { Result } from "./certificate-result.tsx";
import { Shell } from "./certificate-shell.tsx";
import { HEADERS } from "./certificate-style.ts";

export interface CertificatePagesDeps {
  certificates: Pick<Certificates, "byCode">;
  settings: () => Promise<Pick<Settings, "name" | "zone">>;
}

type Status = 200 | 404 | 422 | 503;
const NOTHING: Typed = { number: "", code: "" };

/**
 * The pages under `/certificates` on which anybody verifies a certificate, by its QR code or by typing.
 *
 * They show what is printed and whether it holds; every code that is not one of ours gives one and the same page.
 * @source docs/domain.md Order 67
 */
export function certificatePages(deps: CertificatePagesDeps): Hono {
  const answer = async (c: Context, code: string, matches: (found: Info) => boolean = () => true) => {
    const read = readCode(code);
    const found = read && (await deps.certificates.byCode(read));
    return found && matches(found) ? resultPage(deps, c, found) : unknownPage(deps, c);
  };

  return new Hono()
    .get("/certificates", async (c) => {
      const { number, code } = c.req.query();
      if (number === undefined && code === undefined) return formPage(deps, c, { typed: NOTHING });
      const typed = { number: number ?? "", code: code ?? "" };
      const faults = faultsOf(typed);
      if (faults.length > 0) return formPage(deps, c, { typed, faults });
      return answer(c, typed.code, (found) => found.number === readNumber(typed.number));
    })
    .get("/certificates/:code", (c) => answer(c, c.req.param("code")))
    .onError((error, c) => {
      if (!(error instanceof Refusal) || error.kind !== "unavailable") throw error;
      c.header("Retry-After", "60");
      return page(c, { alliance: "", title: "certificate.page.unavailable", status: 503 }, (language) => (
        <div class="card">
          <h1>{text(language, "certificate.page.unavailable")}</h1>
          <p>{text(language, "certificate.page.unavailableBody")}</p>
        </div>
      ));
    });
}

const faultsOf = ({ number, code }: Typed): Field[] => [
  ...(readNumber(number) ? [] : ["number" as const]),
  ...(readCode(code) ? [] : ["code" as const]),
];

async function formPage(
  { settings }: CertificatePagesDeps,
  c: Context,
  { typed, faults }: { typed: Typed; faults?: readonly Field[] },
) {
  const { name: alliance } = await settings();
  const title = faults ? "certificate.page.fault" : "certificate.page.title";
  return page(c, { alliance, title, status: faults ? 422 : 200 }, (language) => (
    <>
      <h1>{text(language, title)}</h1>
      <VerifyForm asked={{ language, typed, faults }} />
    </>
  ));
}

async function resultPage({ settings }: CertificatePagesDeps, c: Context, certificate: Info) {
  const { name: alliance, zone } = await settings();
  const title = certificate.status === "revoked" ? "certificate.page.revoked" : "certificate.page.valid";
  return page(c, { alliance, title, status: 200 }, (language) => (
    <>
      <Result language={language} zone={zone} certificate={certificate} />
      <p>
        <a class="again" href={`/certificates?lang=${language}`}>
          {text(language, "certificate.page.another")}
        </a>
      </p>
    </>
  ));
}

async function unknownPage({ settings }: CertificatePagesDeps, c: Context) {
  const { name: alliance } = await settings();
  return page(c, { alliance, title: "certificate.page.unknown", status: 404 }, (language) => (
    <>
      <div class="fault" role="alert">
        <h1>{text(language, "certificate.page.unknown")}</h1>
        <p>{text(language, "certificate.page.unknownBody")}</p>
      </div>
      <VerifyForm asked={{ language, typed: NOTHING }} />
    </>
  ));
}

type PlainKey = Extract<Key, `certificate.page.${"title" | "fault" | "valid" | "revoked" | "unknown" | "unavailable"}`>;

function page(
  c: Context,
  { alliance, title, status }: { alliance: string; title: PlainKey; status: Status },
  content: (language: ReturnType<typeof languageOf>) => Child,
) {
  const { lang, ...query } = c.req.query();
  const language = languageOf(lang, c.req.header("accept-language"));
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  c.header("Content-Language", language);
  const frame = { language, alliance, query };
  return c.html(
    html`<!doctype html>${(
      <Shell frame={frame} title={text(language, title)}>
        {content(language)}
      </Shell>
    )}`,
    status,
  );
}
