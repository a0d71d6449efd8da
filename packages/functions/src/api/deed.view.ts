import { z } from "@hono/zod-openapi";
import { Deed } from "@yigong/core/deed/index.ts";

const Named = { name: z.string().optional(), employeeNumber: z.string().optional() };
const [Standing, Voided] = Deed.Info.options;
/** A deed, with how those who recorded and voided it are called. */
export const DeedView = z
  .union([
    Standing.extend({ recordedBy: Deed.By.extend(Named) }),
    Voided.extend({ recordedBy: Deed.By.extend(Named), voidedBy: Deed.By.extend(Named) }),
  ])
  .openapi("Deed");
