import { createRoute, z } from "@hono/zod-openapi";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { Certificates } from "@yigong/core/certificate/certificate.store.ts";
import { Certificate, CertificateCode } from "@yigong/core/certificate/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { CalendarYear } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { verificationUrl } from "../documents/certificate/verification-url.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";

const tags = ["Certificates"];
const ById = z.object({ id: Certificate.SerialNumber });
const fields = {
  ...Certificate.Info.options[0].pick({ honour: true, year: true, alliance: true, committee: true, issuedOn: true })
    .shape,
  id: Certificate.SerialNumber.describe("the number that is printed, such as 2026-0001"),
  status: z.enum(["issued", "revoked"]),
  memberId: z.string().optional().describe("absent once the person was erased"),
  name: z.string().optional(),
  runId: z.string(),
  issuedAt: z.string(),
  code: z.string().describe("as printed, in groups of four"),
  verificationUrl: z.string(),
  revocation: Certificate.Info.options[1].shape.revocation.optional(),
};
const CertificateView = z.object(fields).openapi("Certificate");

export interface CertificateDeps {
  certificates: Pick<Certificates, "get" | "change" | "ofYear" | "ofMember">;
  newId: NewId;
  now: () => string;
  /** Where people reach us, without a slash at the end. */
  origin: () => string;
}

const viewFor = (origin: string) => (certificate: Certificate.Info) =>
  CertificateView.parse({
    ...certificate,
    id: certificate.number,
    ...(certificate.holder.kind === "named" ? certificate.holder : {}),
    code: CertificateCode.grouped(certificate.code),
    verificationUrl: verificationUrl(origin, certificate.code),
  });

/** A certificate as the subject of a permission; without an owner once the member was erased. */
const ownerOf = ({ holder }: Certificate.Info) => ({
  ownerId: holder.kind === "named" ? holder.memberId : undefined,
});

/** Certificates of honours: internal to the company, numbered, verifiable, revocable. @source docs/domain.md Order 67 */
export const certificateRoutes = (deps: CertificateDeps) =>
  routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/certificates",
        summary: "My certificates, or all of a year",
        tags,
        security,
        request: { query: PageRequest.extend({ year: CalendarYear.optional() }) },
        responses: answers(pageOf(CertificateView), "Certificates, revoked ones included"),
      }),
      async (c) => {
        const { year, ...page } = c.req.valid("query");
        const actor = actorOf(c);
        allow(actor, "certificate.read", year === undefined ? { ownerId: actor.memberId } : {});
        const { certificates } = deps;
        const found = await (year === undefined
          ? certificates.ofMember(actor.memberId, page)
          : certificates.ofYear(year, page));
        return c.json({ items: found.items.map(viewFor(deps.origin())), cursor: found.cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/certificates/{id}/pdf",
        summary: "A certificate to print",
        tags,
        security,
        request: { params: ById },
        responses: {
          200: {
            description: "One page, A4 landscape",
            content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } },
          },
        },
      }),
      async (c) => {
        const certificate = await deps.certificates.get(c.req.valid("param").id);
        allow(actorOf(c), "certificate.print", ownerOf(certificate));
        // Imported when used: the PDF libraries would slow every cold start.
        const { certificatePdf } = await import("../documents/certificate/pdf.ts");
        const pdf = await certificatePdf(Certificate.toPrint(certificate), deps.origin());
        return c.body(new Uint8Array(pdf), 200, {
          "content-type": "application/pdf",
          "content-disposition": `inline; filename="certificate-${certificate.number}.pdf"`,
          "cache-control": "private, no-store",
        });
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/certificates/{id}/revocation",
        summary: "Revoke a certificate, with a reason",
        tags,
        security,
        request: { params: ById, ...body(z.object({ reason: Certificate.Reason })) },
        responses: answers(CertificateView, "The revoked certificate"),
      }),
      async (c) => {
        const by = allow(actorOf(c), "certificate.revoke");
        const { reason } = c.req.valid("json");
        const at = deps.now();
        const { id: subjectId } = c.req.valid("param");
        const entry = { subjectId, at, action: "certificate.revoke", by, reason };
        const revoked = await deps.certificates.change(subjectId, (held) => ({
          item: Certificate.revoke(held, { at, by, reason }),
          audit: [entryOf(deps.newId, entry)],
        }));
        return c.json(viewFor(deps.origin())(revoked), 200);
      },
    );
