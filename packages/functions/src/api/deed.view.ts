import { z } from "@hono/zod-openapi";
import { Deed } from "@yigong/core/deed/index.ts";
import { MaterialView } from "./material.view.ts";

const Named = { name: z.string().optional(), employeeNumber: z.string().optional() };
const Shown = { recordedBy: Deed.By.extend(Named), photos: z.array(MaterialView).optional() };
const [Standing, Reported, Voided] = Deed.Info.options;
/** A deed, with how those who recorded and voided it are called, and its photos where one is read. */
export const DeedView = z
  .union([Standing.extend(Shown), Reported.extend(Shown), Voided.extend({ ...Shown, voidedBy: Deed.By.extend(Named) })])
  .openapi("Deed");
