import type { Info } from "@yigong/core/certificate/certificate.ts";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { dayText, text } from "@yigong/core/language/index.ts";

interface Shown {
  language: Language;
  zone: string;
  certificate: Info;
}

/** A local day as it is printed. */
function printedDay(language: Language, day: string): string {
  const [year = "", month, date] = day.split("-");
  if (language === "en") return day;
  return text(language, "certificate.print.date", { year, month: Number(month), day: Number(date) });
}

const Facts = ({ language, certificate }: Shown) => {
  const { number, holder, honour, honourInEnglish, year, alliance, committee, issuedOn } = certificate;
  const rows = [
    [text(language, "certificate.page.number"), number],
    [
      text(language, "certificate.page.name"),
      holder.kind === "named" ? holder.name : text(language, "certificate.page.erased"),
    ],
    [
      text(language, "certificate.page.honour"),
      language === "en" && honourInEnglish ? `${honour} ${honourInEnglish}` : honour,
    ],
    [text(language, "certificate.page.year"), text(language, "certificate.page.yearValue", { year })],
    [text(language, "certificate.print.issuedBy"), alliance],
    [text(language, "certificate.print.confirmedBy"), committee],
    [text(language, "certificate.page.issuedOn"), printedDay(language, issuedOn)],
  ];
  return (
    <dl>
      {rows.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
};

/** Whether a certificate holds, and what is printed on it; why it was revoked concerns nobody else. */
export const Result = (shown: Shown) => {
  const { language, zone, certificate } = shown;
  const revoked = certificate.status === "revoked";
  return (
    <div class={`card result ${revoked ? "revoked" : "valid"}`}>
      <h1>{text(language, revoked ? "certificate.page.revoked" : "certificate.page.valid")}</h1>
      <p>
        {revoked
          ? text(language, "certificate.page.revokedBody", {
              date: dayText(language, certificate.revocation.at, { zone }),
            })
          : text(language, "certificate.page.validBody")}
      </p>
      <Facts {...shown} />
      <p class="quiet">{text(language, "certificate.print.internal")}</p>
    </div>
  );
};
