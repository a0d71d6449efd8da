import { createRoute, z } from "@hono/zod-openapi";
import { applyImport } from "@yigong/application/roster/apply-import.ts";
import { withProgress } from "@yigong/application/roster/import-progress.ts";
import { previewImport } from "@yigong/application/roster/preview-import.ts";
import type { RosterDeps } from "@yigong/application/roster/roster-stores.ts";
import { undoImport } from "@yigong/application/roster/undo-import.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { Confirmed } from "@yigong/core/roster/mass-loss.ts";
import { ProblemCode } from "@yigong/core/roster/problem.ts";
import { rosterRefusal } from "@yigong/core/roster/roster.refusals.ts";
import { Id, Kind, PreviewRow, RowState, Summary } from "@yigong/core/roster/roster.ts";
import { actorOf, answers, pageOf, routes, STEP_UP, security } from "../lib/edge.ts";
import { actionFor, kindsFor } from "../lib/import-rights.ts";
import { refuseInput } from "../lib/refuse-input.ts";

const tags = ["Imports"];
const ById = z.object({ id: Id });
const Columns = z
  .string()
  .transform((text, c) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      c.addIssue({ code: "custom", message: "must be JSON text" });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string().max(3)));
const Upload = z.object({
  kind: Kind,
  file: z
    .custom<File>((value) => value instanceof File, "must be a file")
    .openapi({ type: "string", format: "binary" }),
  /** The employee numbers are right as they are written: their zeros are not lost. */
  numbers: z.literal("asWritten").optional(),
  /** The sheet to read, by name; without it the one that has the columns. */
  sheet: z.string().max(200).optional(),
  /** JSON: the column of each field by its letters, such as `{"工号":"A"}`; without it the header tells. */
  columns: z.string().max(4000).optional(),
});
/** @throws `input.invalid` unless it is JSON text of letters by field */
function columnsIn(text: string | undefined): Record<string, string> | undefined {
  if (text === undefined) return undefined;
  const parsed = Columns.safeParse(text);
  if (!parsed.success)
    throw refuseInput(parsed.error.issues.map((issue) => ({ ...issue, path: ["columns", ...issue.path] })));
  return parsed.data;
}
/** For many who leave or lose something: how many, by kind, as `losses` of the import says. */
const Application = z.object({
  confirmed: Confirmed.optional(),
  /** How many bad rows are left out, where a kind of import may leave them out: the number that the import has. */
  skipBad: z.int().positive().optional(),
});
const Rows = PageRequest.extend({
  state: RowState.optional(),
  /** `any` for every bad row, or the code of one problem. */
  problem: z.union([z.literal("any"), ProblemCode]).optional(),
});
const View = Summary.meta({ id: "Import" });
const RowView = PreviewRow.meta({ id: "ImportRow" });

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const oneImport = answers(View, "The import: what it would do, or did");

export interface RosterRouteDeps extends RosterDeps {
  now: () => string;
}

/** Imports of the roster and of work shifts, under `/imports`: preview, apply, undo. */
export const rosterRoutes = (deps: RosterRouteDeps) => {
  const by = (actor: Actor, kind?: string) => ({ ...allow(actor, actionFor(deps, kind)), at: deps.now() });
  /** The import, and who may do something about one of its kind. */
  const about = async (actor: Actor, id: string) => {
    kindsFor(deps, actor);
    const batch = await deps.rosters.get(id);
    return { batch, by: by(actor, batch.kind) };
  };
  return routes()
    .openapi(
      createRoute({
        ...route(
          "/imports",
          "Upload a roster or shift file (.xlsx, .csv; at most 4 MB and 20,000 rows below the header) and see what importing it would do",
        ),
        method: "post",
        request: { body: { required: true, content: { "multipart/form-data": { schema: Upload } } } },
        responses: oneImport,
      }),
      async (c) => {
        const { kind, file, numbers, sheet, columns } = c.req.valid("form");
        const actor = by(actorOf(c), kind);
        const choice = { sheet, columns: columnsIn(columns) };
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (bytes.length === 0) throw rosterRefusal("roster.unreadable/empty");
        const uploaded = { kind, fileName: file.name, bytes, numbersAsWritten: numbers === "asWritten", choice };
        return c.json(Summary.parse(await previewImport(deps, uploaded, actor)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/imports", "List imports, newest first"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(View), "Imports"),
      }),
      async (c) => {
        const kinds = kindsFor(deps, actorOf(c));
        const { items, cursor } = await deps.rosters.list(c.req.valid("query"));
        const seen = items.filter(({ kind }) => kinds.includes(kind));
        return c.json({ items: seen.map((batch) => Summary.parse(batch)), cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/imports/{id}", "Read an import, and how far it is while it is applied or taken back"),
        method: "get",
        request: { params: ById },
        responses: oneImport,
      }),
      async (c) => {
        const { batch } = await about(actorOf(c), c.req.valid("param").id);
        return c.json(Summary.parse(await withProgress(deps, batch)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/imports/{id}/rows", "List the rows of an import: what each does, or every reason why it is bad"),
        method: "get",
        request: { params: ById, query: Rows },
        responses: answers(pageOf(RowView), "Rows in the order of the file, then leavers"),
      }),
      async (c) => {
        await about(actorOf(c), c.req.valid("param").id);
        const { state, problem, ...page } = c.req.valid("query");
        const wanted = (row: PreviewRow) =>
          (!state || row.state === state) &&
          (!problem || row.problems.some(({ code }) => problem === "any" || code === problem));
        return c.json(await deps.rosters.rows(c.req.valid("param").id, wanted, page), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/imports/{id}/apply", "Apply an import, wholly or not at all"),
        ...STEP_UP,
        method: "post",
        request: { params: ById, body: { content: { "application/json": { schema: Application } } } },
        responses: oneImport,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const applying = { ...(await about(actorOf(c), id)).by, ...c.req.valid("json") };
        return c.json(Summary.parse(await applyImport(deps, id, applying)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/imports/{id}/undo", "Take an applied import back"),
        ...STEP_UP,
        method: "post",
        request: { params: ById },
        responses: oneImport,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { by: actor } = await about(actorOf(c), id);
        return c.json(Summary.parse(await undoImport(deps, id, actor)), 200);
      },
    );
};
