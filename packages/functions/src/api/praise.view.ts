import { z } from "@hono/zod-openapi";
import { Praise } from "@yigong/core/praise/index.ts";
import { MaterialView } from "./material.view.ts";

const [Standing, Voided] = Praise.Info.options;
/** How whom it is for is called, and the files of a single one; a list leaves these out. */
const Shown = { receiver: z.string(), files: z.array(MaterialView).optional() };

/** Praise from outside, with the name of whom it is for. */
export const PraiseView = z.union([Standing.extend(Shown), Voided.extend(Shown)]).openapi("Praise");
