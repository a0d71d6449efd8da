import type { Members } from "@yigong/core/member/member.store.ts";
import { trainersOf, yearPeriod } from "@yigong/core/trainer/trainer-list.ts";
import type { Figure } from "../manifest/figure.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { type TrainerImportDeps, trainerImporter } from "./import-trainers.ts";

interface FigureDeps {
  members: Pick<Members, "all">;
}

const FIGURES: readonly Figure<FigureDeps>[] = [
  {
    ...{ id: "T2", title: "内训师", unit: "名", privacy: 1, decimals: 0 },
    definition: "本年内至少有一天在聘且为志愿者的人，每人计一次。",
    count: async (deps, year) => trainersOf(await deps.members.all(), yearPeriod(year)).trainers,
  },
  {
    ...{ id: "T2-party", title: "内训师中的党员", unit: "名", privacy: 1, decimals: 0 },
    definition: "本年内的内训师中，在聘最后一天政治面貌为党员的人。",
    count: async (deps, year) => trainersOf(await deps.members.all(), yearPeriod(year)).party,
  },
];

export const trainer = {
  name: "trainer",
  importers: (deps: TrainerImportDeps) => [trainerImporter(deps)],
  figures: FIGURES,
} as const satisfies Manifest;
