import { buffer } from "node:stream/consumers";
import type { Printable } from "@yigong/core/certificate/certificate.ts";
import { grouped } from "@yigong/core/certificate/code.ts";
import { text } from "@yigong/core/language/index.ts";
import PDFDocument from "pdfkit";
import { set } from "./fit.ts";
import { fonts } from "./fonts.ts";
import { FRAMES, GOLD, NAME_LINE, PAGE, PLACES, type Place, QR, RULE } from "./layout.ts";
import { drawQr } from "./qr.ts";
import { verificationUrl } from "./verification-url.ts";

/**
 * Prints a certificate: one page, A4 landscape, tagged, in Chinese with an English line.
 *
 * The same certificate and origin give the same bytes: its only dates are its own.
 * @param origin - where people reach us, without a slash at the end
 * @source docs/domain.md Order 67
 */
export async function certificatePdf(certificate: Printable, origin: string): Promise<Buffer> {
  const paper = open(certificate);
  const bytes = buffer(paper);
  ornament(paper);
  const document = paper.struct("Document");
  paper.addStructure(document);
  const write = (tag: string, place: Place, words: string, lang?: "en") =>
    document.add(paper.struct(tag, lang ? { lang } : {}, () => set(paper, words, PLACES[place])));
  writeAward(write, certificate);
  const url = verificationUrl(origin, certificate.code);
  const alt = text("zh-CN", "certificate.print.picture", { address: url });
  document.add(paper.struct("Figure", { alt }, () => drawQr(paper, url, QR)));
  writeProof(write, certificate, origin.replace(/^https?:\/\//, ""));
  document.end();
  paper.end();
  return bytes;
}

type Write = (tag: string, place: Place, words: string, lang?: "en") => void;

function open({ number, issuedAt, alliance, holder, year, honour }: Printable): PDFKit.PDFDocument {
  const at = new Date(issuedAt);
  const paper = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    // Without this it would open Helvetica, which is not embedded.
    font: "",
    pdfVersion: "1.7",
    tagged: true,
    lang: "zh-CN",
    displayTitle: true,
    info: {
      Title: `${text("zh-CN", "certificate.print.title")} ${number}`,
      Subject: text("zh-CN", "certificate.print.award", { name: holder.name, year, honour }),
      Author: alliance,
      Creator: "Yigong",
      Producer: "Yigong",
      CreationDate: at,
      ModDate: at,
    },
  });
  for (const [name, bytes] of Object.entries(fonts())) paper.registerFont(name, bytes);
  return paper;
}

/** Frame and rules: nothing that is read. */
function ornament(paper: PDFKit.PDFDocument): void {
  paper.markContent("Artifact", { type: "Layout" });
  for (const { inset, line, color } of FRAMES)
    paper
      .rect(inset, inset, PAGE.width - 2 * inset, PAGE.height - 2 * inset)
      .lineWidth(line)
      .stroke(color);
  for (const { y, width } of [RULE, NAME_LINE])
    paper
      .moveTo((PAGE.width - width) / 2, y)
      .lineTo((PAGE.width + width) / 2, y)
      .lineWidth(0.7)
      .stroke(GOLD);
  const middle = PAGE.width / 2;
  paper
    .polygon([middle - 7, RULE.y], [middle, RULE.y - 4], [middle + 7, RULE.y], [middle, RULE.y + 4])
    .fillAndStroke(GOLD, "#ffffff");
  paper.endMarkedContent();
}

function writeAward(write: Write, { holder: { name }, year, honour, honourInEnglish }: Printable): void {
  write("H1", "title", text("zh-CN", "certificate.print.title"));
  write("P", "titleEnglish", text("en", "certificate.print.title").toUpperCase(), "en");
  write("P", "given", text("zh-CN", "certificate.print.given"));
  write("P", "name", name);
  write("P", "year", text("zh-CN", "certificate.print.year", { year }));
  write("P", "honour", honour);
  write("P", "closing", text("zh-CN", "certificate.print.closing"));
  const english = honourInEnglish
    ? text("en", "certificate.print.award", { name, year, honour: honourInEnglish })
    : text("en", "certificate.print.awardOfYear", { name, year });
  write("P", "english", english, "en");
}

function writeProof(write: Write, certificate: Printable, address: string): void {
  const { number, code, alliance, committee, issuedOn } = certificate;
  const [year = "", month, day] = issuedOn.split("-");
  const both = (key: "number" | "code") =>
    `${text("zh-CN", `certificate.print.${key}`)} ${text("en", `certificate.print.${key}`)}  `;
  write("P", "number", both("number") + number);
  write("P", "code", both("code") + grouped(code));
  write("P", "verify", text("zh-CN", "certificate.print.verify", { address: `${address}/certificates` }));
  write("P", "issuedBy", `${text("zh-CN", "certificate.print.issuedBy")}  ${alliance}`);
  write("P", "confirmedBy", `${text("zh-CN", "certificate.print.confirmedBy")}  ${committee}`);
  write("P", "date", text("zh-CN", "certificate.print.date", { year, month: Number(month), day: Number(day) }));
  write("P", "internal", text("zh-CN", "certificate.print.internal"));
  write("P", "internalEnglish", text("en", "certificate.print.internal"), "en");
}
