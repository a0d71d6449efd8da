import { createRoute, z } from "@hono/zod-openapi";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { usualKindOf } from "@yigong/core/message/kind.ts";
import { messageRefusal } from "@yigong/core/message/message.refusals.ts";
import { isTemplate, TEMPLATES, type Template, textsOf } from "@yigong/core/message/template.ts";
import type { TemplateTexts } from "@yigong/core/message/template-text.store.ts";
import {
  checked,
  fieldsOf,
  type Info,
  isEditable,
  preview,
  reword,
  Texts,
} from "@yigong/core/message/template-text.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";

const tags = ["Organization"];
const Read = z.object({ subject: z.string(), body: z.string() });
const Both = z.object({ "zh-CN": Read, en: Read });
const TemplateView = z
  .object({
    kind: z.string(),
    /** Whether it asks, is urgent, tells an outcome or is good to know, when there is time. */
    manner: z.enum(["ask", "urgent", "tell", "digest"]),
    texts: Both,
    holes: z.array(z.string()),
    isChanged: z.boolean(),
    canChange: z.boolean(),
    version: z.int(),
  })
  .openapi("MessageTemplate");
const TemplatesView = z.object({ items: z.array(TemplateView) }).openapi("MessageTemplates");
const Preview = z.object({ texts: Both }).openapi("MessagePreview");
const ByKind = z.object({ kind: z.string().min(1).max(80) });

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface TemplateRouteDeps {
  templateTexts: TemplateTexts;
  newId: NewId;
  now: () => string;
  zone: string;
}

const viewOf = (kind: Template, own: Info | undefined) => ({
  kind: kind as string,
  manner: usualKindOf(kind),
  texts: own?.texts ?? textsOf(kind),
  holes: fieldsOf(kind),
  isChanged: own !== undefined,
  canChange: isEditable(kind),
  version: own?.version ?? 0,
});

/** @throws `message.template_unknown` */
function templateOf(kind: string): Template {
  if (!isTemplate(kind)) throw messageRefusal("message.template_unknown");
  return kind;
}

/** What messages say, in both languages: the built-in words, and those that an alliance has of its own. */
export const templateSettingRoutes = (deps: TemplateRouteDeps) => {
  const shown = async (kind: Template) => viewOf(kind, await deps.templateTexts.find(kind));
  return routes()
    .openapi(
      createRoute({
        ...route("/settings/templates", "The texts of all messages in both languages, and their holes"),
        method: "get",
        responses: answers(TemplatesView, "Texts as they are sent"),
      }),
      async (c) => {
        // Who reads what went out narrows it by what it says.
        allow(actorOf(c), "message.readAll");
        const own = new Map((await deps.templateTexts.all(recent)).map((one) => [one.template, one]));
        return c.json({ items: TEMPLATES.map((kind) => viewOf(kind, own.get(kind))) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/settings/templates/{kind}", "Give a kind of message words of our own, in both languages"),
        method: "put",
        request: { params: ByKind, ...body(z.object({ version: z.int().nonnegative(), texts: Texts })) },
        responses: answers(TemplateView, "The kind as it is sent from now on"),
      }),
      async (c) => {
        const [{ kind }, said, at] = [c.req.valid("param"), c.req.valid("json"), deps.now()];
        const by = { ...allow(actorOf(c), "message.reword"), at };
        const template = templateOf(kind);
        const audit = [
          entryOf(deps.newId, { subjectId: "templates", at, action: "message.reword", by, detail: { template } }),
        ];
        const save = () =>
          deps.templateTexts.change(template, (before) => ({
            to: reword(before, { template, ...said }, { at, zone: deps.zone }),
            audit,
          }));
        const saved = await editing(said, save, async () => ({ shown: await shown(template) }));
        return c.json(viewOf(template, saved), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/settings/templates/{kind}", "Have a kind of message say its built-in words again"),
        method: "delete",
        request: { params: ByKind },
        responses: answers(TemplateView, "The kind as it is sent from now on"),
      }),
      async (c) => {
        const at = deps.now();
        const by = { ...allow(actorOf(c), "message.reword"), at };
        const template = templateOf(c.req.valid("param").kind);
        const detail = { template, builtIn: true };
        await deps.templateTexts.reset(template, [
          entryOf(deps.newId, { subjectId: "templates", at, action: "message.reword", by, detail }),
        ]);
        return c.json(await shown(template), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/settings/templates/{kind}/preview",
          "How words would read, filled in with samples; nothing is saved",
        ),
        method: "post",
        request: { params: ByKind, ...body(z.object({ texts: Texts })) },
        responses: answers(Preview, "What a person would read in each language"),
      }),
      async (c) => {
        allow(actorOf(c), "message.reword");
        const { texts } = c.req.valid("json");
        const template = checked(templateOf(c.req.valid("param").kind), texts, deps.zone);
        return c.json({ texts: preview(template, texts, deps.zone) }, 200);
      },
    );
};
