import type { Classes } from "@yigong/core/class/class.store.ts";
import { dynamoClasses } from "@yigong/core/class/class.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { ofClasses } from "@yigong/core/participation/participation.row.ts";
import { dynamoParticipations } from "@yigong/core/participation/participation.store.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import type { IssuerSource } from "../manifest/scorer.ts";
import { after } from "../ports/effect-handler.ts";
import { type ClassHandlerDeps, closeByItself, postClass, remindOfClass, tellMovedUp } from "./class-handlers.ts";
import { issuerOf, trainingScorer } from "./class-issuer.ts";
import { renewalOf } from "./renewals-of.ts";
import { taughtClass } from "./taught-class.ts";

export const trainingClass = {
  name: "class",
  stores: (table: Table) => ({
    classes: dynamoClasses(table),
    enrolments: dynamoParticipations(ofClasses(table)),
  }),
  issuer: ({ classes }: { classes: Pick<Classes, "getMany"> }): IssuerSource => ({
    prefix: "cls",
    async find(classId) {
      const [found] = await classes.getMany([classId]);
      return found && issuerOf(found);
    },
  }),
  offers: (deps: { classes: Classes; zone: string }) => ({
    taughtClass: taughtClass(deps),
    renewalOf: renewalOf(deps),
  }),
  scorers: (deps: { classes: Classes }) => [trainingScorer(deps)],
  handlers: (deps: ClassHandlerDeps): Handles<"class.movedUp" | "class.remind" | "class.close" | "class.post"> => ({
    "class.movedUp": (effect) => after(tellMovedUp(deps, effect)),
    "class.remind": (effect) => after(remindOfClass(deps, effect)),
    "class.close": (effect) => after(closeByItself(deps, effect)),
    "class.post": (effect) => after(postClass(deps, effect)),
  }),
} as const satisfies Manifest;
