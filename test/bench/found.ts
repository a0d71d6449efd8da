import { ADMINISTRATOR, type Cast, rosterOf, shiftsOf } from "./roster.ts";
import type { Scene } from "./scene.ts";

interface People {
  items: { id: string; employeeNumber: string }[];
  cursor?: string;
}

async function importFile({ call }: Scene, kind: "roster" | "shifts", text: string, as: string): Promise<void> {
  const form = new FormData();
  form.set("kind", kind);
  form.set("file", new File([text], `${kind}.csv`));
  const { id } = await call<{ id: string }>(as, "POST", "/imports", form);
  await call(as, "POST", `/imports/${id}/apply`);
}

/** Brings a company into an empty installation: its roster and its shifts, by the product's own import. */
export async function found(scene: Scene, cast: Cast): Promise<void> {
  await importFile(scene, "roster", rosterOf(cast), "setup");
  await importFile(scene, "shifts", shiftsOf(cast), ADMINISTRATOR);
  let cursor = "";
  do {
    const page = await scene.call<People>(ADMINISTRATOR, "GET", `/members?limit=200${cursor}`);
    for (const { id, employeeNumber } of page.items) scene.ids.set(employeeNumber, id);
    cursor = page.cursor === undefined ? "" : `&cursor=${encodeURIComponent(page.cursor)}`;
  } while (cursor !== "");
  await scene.machine.settle();
}
