import { readFile } from "node:fs/promises";
import { CAST } from "./cast.ts";
import type { Scene, Step } from "./scene.ts";

const EXAMPLES = new URL("../../../../examples/taizhou/", import.meta.url);

interface Import {
  id: string;
  status: string;
  counts: { bad: number; joins?: number; adds?: number };
}

async function importFile(
  { as, machine, notes }: Scene,
  kind: "roster" | "shifts",
  name: string,
  who: string,
): Promise<Import> {
  const form = new FormData();
  form.set("kind", kind);
  form.set("file", new File([await readFile(new URL(name, EXAMPLES))], name));
  const id = notes[kind] ?? (await as(who).send<Import>("POST", "/imports", form)).id;
  notes[kind] = id;
  const applied = await as(who).send<Import>("POST", `/imports/${id}/apply`, undefined, { fine: ["roster.applied"] });
  await machine.settle();
  return applied;
}

/** Until the roster has an administrator, setting up needs nobody's name. */
const importer = async (scene: Scene): Promise<string> => {
  const setUp = await scene
    .as("setup")
    .get("/organization")
    .then(
      () => true,
      () => false,
    );
  return setUp ? "setup" : CAST.administrator;
};

/** The alliance comes to be: its people and their shifts, from the example files. */
export const SETUP: readonly Step[] = [
  {
    title: "导入花名册 / import the roster (xlsx)",
    run: async (scene) => {
      const { counts } = await importFile(scene, "roster", "roster.xlsx", await importer(scene));
      return `${counts.joins ?? 0} people`;
    },
  },
  {
    title: "导入排班 / import the work shifts (csv)",
    run: async (scene) => {
      const { counts } = await importFile(scene, "shifts", "shifts.csv", CAST.administrator);
      return `${counts.adds ?? 0} shifts`;
    },
  },
];
