import { createRoute, z } from "@hono/zod-openapi";
import { editImport } from "@yigong/application/roster/edit-import.ts";
import { readBadRows } from "@yigong/application/roster/read-bad-rows.ts";
import type { RosterDeps } from "@yigong/application/roster/roster-stores.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { fieldsOf, inspect } from "@yigong/core/roster/inspect.ts";
import { rosterRefusal } from "@yigong/core/roster/roster.refusals.ts";
import { Id, Kind, Summary } from "@yigong/core/roster/roster.ts";
import { badRowsFile } from "../documents/bad-rows.ts";
import { importTemplate } from "../documents/import-template.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { actionFor, kindsFor } from "../lib/import-rights.ts";
import { languageFor } from "../lib/reader.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const tags = ["Imports"];
const Upload = z.object({
  kind: Kind,
  file: z
    .custom<File>((value) => value instanceof File, "must be a file")
    .openapi({ type: "string", format: "binary" }),
});
const InspectionView = z
  .object({
    sheets: z.array(
      z.object({
        name: z.string(),
        /** Below the header. */
        rows: z.int(),
        header: z.object({ row: z.int(), cells: z.array(z.object({ column: z.string(), text: z.string() })) }),
        /** The column of each field that was recognised, by its letters. */
        guess: z.record(z.string(), z.string()),
        sample: z.array(z.array(z.string())),
      }),
    ),
    fields: z.array(
      z.object({ field: z.string(), label: z.string(), required: z.boolean(), example: z.string(), hint: z.string() }),
    ),
  })
  .openapi("ImportInspection");
const TEMPLATES = Kind.options.map((kind) => `${kind}.xlsx` as const);
const ByRow = z.object({ id: Id, row: z.coerce.number().int().positive() });
const Mended = z.object({ cells: z.record(z.string().max(40), z.string().max(500)) });
const View = Summary.meta({ id: "Import" });
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const oneImport = answers(View, "The import as it is now planned");

export interface RosterFileDeps extends RosterDeps {
  now: () => string;
}

/** What a file looks like before it is imported, templates to fill in, and rows put right before they are applied. */
export const rosterFileRoutes = (deps: RosterFileDeps) => {
  const by = (actor: Actor, kind: string) => ({ ...allow(actor, actionFor(deps, kind)), at: deps.now() });
  const about = async (actor: Actor, id: string) => {
    kindsFor(deps, actor);
    return by(actor, (await deps.rosters.get(id)).kind);
  };
  return routes()
    .openapi(
      createRoute({
        ...route(
          "/imports/inspect",
          "Look into a file: its sheets, headers and first rows, and which column is which field",
        ),
        method: "post",
        request: { body: { required: true, content: { "multipart/form-data": { schema: Upload } } } },
        responses: answers(InspectionView, "What the file has; nothing is kept"),
      }),
      async (c) => {
        const { kind, file } = c.req.valid("form");
        by(actorOf(c), kind);
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (bytes.length === 0) throw rosterRefusal("roster.unreadable/empty");
        const { columns } = deps.importers.of(kind);
        const sheets = (await deps.documents.readTable(bytes)).map((sheet) => inspect(sheet, columns));
        return c.json({ sheets, fields: fieldsOf(columns, languageFor(c)) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/imports/templates/{file}", "A file to fill in for an import, in the reader's language"),
        method: "get",
        request: { params: z.object({ file: z.enum(TEMPLATES) }) },
        responses: {
          200: {
            description: "A workbook with headers, an example and instructions",
            content: { [XLSX]: { schema: z.string().openapi({ format: "binary" }) } },
          },
        },
      }),
      async (c) => {
        const { file } = c.req.valid("param");
        const kind = file.replace(".xlsx", "");
        by(actorOf(c), kind);
        const bytes = await importTemplate(deps.importers.of(kind).columns, languageFor(c));
        const headers = { "content-type": XLSX, "content-disposition": `attachment; filename="${file}"` };
        return c.body(bytes as Uint8Array<ArrayBuffer>, 200, headers);
      },
    )
    .openapi(
      createRoute({
        ...route("/imports/{id}/rows/{row}", "Put a row of a previewed import right; everything is checked anew"),
        method: "patch",
        request: { params: ByRow, ...body(Mended) },
        responses: oneImport,
      }),
      async (c) => {
        const [{ id, row }, { cells: edit }] = [c.req.valid("param"), c.req.valid("json")];
        const actor = await about(actorOf(c), id);
        return c.json(Summary.parse(await editImport(deps, id, { row, edit, by: actor })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/imports/{id}/rows/{row}", "Take a row out of a previewed import, as if the file never had it"),
        method: "delete",
        request: { params: ByRow },
        responses: oneImport,
      }),
      async (c) => {
        const { id, row } = c.req.valid("param");
        const actor = await about(actorOf(c), id);
        return c.json(Summary.parse(await editImport(deps, id, { row, edit: null, by: actor })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/imports/{id}/bad-rows.xlsx",
          "The bad rows of an import with every reason, to be put right in a file of their own",
        ),
        method: "get",
        request: { params: z.object({ id: Id }) },
        responses: {
          200: {
            description: "A workbook that can be imported again",
            content: { [XLSX]: { schema: z.string().openapi({ format: "binary" }) } },
          },
        },
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const found = await readBadRows(deps, id, await about(actorOf(c), id));
        const bytes = await badRowsFile(found, languageFor(c));
        const headers = { "content-type": XLSX, "content-disposition": `attachment; filename="bad-rows.xlsx"` };
        return c.body(bytes as Uint8Array<ArrayBuffer>, 200, headers);
      },
    );
};
