import { createRoute, z } from "@hono/zod-openapi";
import { type ExportDeps, ledgerLines, streamed } from "@yigong/application/points/export-ledger.ts";
import { LEDGER } from "@yigong/application/points/take-root.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { LANGUAGES } from "@yigong/core/language/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { CalendarYear, yearOf } from "@yigong/core/lib/time.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import type { WorkbookDeps } from "../documents/ledger-workbook.ts";
import { actorOf, routes, STEP_UP, security } from "../lib/edge.ts";

const tags = ["Points"];
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const JSONL = "application/jsonl; charset=utf-8";
const Year = z.object({
  year: CalendarYear.optional(),
  language: z.enum(LANGUAGES).default("zh-CN"),
});

export interface ExportRouteDeps extends ExportDeps, WorkbookDeps {
  ledger: Pick<Ledger, "pseudonyms" | "accountsOf" | "chainOf" | "note">;
  newId: NewId;
  now: () => string;
  zone: string;
}

const download = (body: ReadableStream<Uint8Array>, { name, type }: { name: string; type: string }): Response =>
  new Response(body as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });

const file = (type: string, description: string) => ({
  200: { description, content: { [type]: { schema: z.string().openapi({ format: "binary" }) } } },
});

/** The ledger to take away; who takes it is in the audit first. @source docs/ledger.md The export */
export const exportRoutes = (deps: ExportRouteDeps) => {
  const noted = async (actor: Actor, detail: { format: string; year?: number }) => {
    const [by, at] = [allow(actor, "points.export"), deps.now()];
    await deps.ledger.note(entryOf(deps.newId, { subjectId: LEDGER, at, action: "ledger.export", by, detail }));
    return at;
  };
  return routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/exports/ledger.jsonl",
        ...STEP_UP,
        summary: "The whole ledger as JSON Lines, for the independent verifier",
        tags,
        security,
        responses: file("application/jsonl", "Roots, chains and balances, under pseudonyms"),
      }),
      async (c) => {
        const at = await noted(actorOf(c), { format: "jsonl" });
        return download(streamed(ledgerLines(deps, at)), { name: "ledger.jsonl", type: JSONL });
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/exports/ledger.xlsx",
        ...STEP_UP,
        summary: "A year of the ledger as a workbook, with names",
        tags,
        security,
        request: { query: Year },
        responses: file(XLSX, "An entry a row"),
      }),
      async (c) => {
        const { year = yearOf(deps.now(), deps.zone), language } = c.req.valid("query");
        await noted(actorOf(c), { format: "xlsx", year });
        // Imported when used: the workbook library would slow every cold start.
        const { ledgerWorkbook } = await import("../documents/ledger-workbook.ts");
        return download(ledgerWorkbook(deps, { year, language }), { name: `ledger-${year}.xlsx`, type: XLSX });
      },
    );
};
