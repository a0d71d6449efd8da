import { photo } from "./photo.ts";
import { noted, type Scene, type Step } from "./scene.ts";

interface Upload {
  material: { id: string };
  form: { url: string; fields: Record<string, string> };
}

async function upload(scene: Scene, who: string, path: string) {
  const bytes = await photo();
  const asked = { name: "现场.jpg", contentType: "image/jpeg", bytes: bytes.length, caption: "活动现场" };
  const { material, form } = await scene.as(who).send<Upload>("POST", `${path}/materials`, asked);
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.set(name, value);
  body.set("file", new File([new Uint8Array(bytes)], "photo.jpg", { type: "image/jpeg" }));
  const sent = await fetch(scene.reach(form.url), { method: "POST", body });
  if (!sent.ok) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
  await scene.as(who).send("POST", `${path}/materials/${material.id}/uploaded`);
  await scene.machine.settle();
}

const SUMMARY = "活动按计划完成，现场秩序良好；收集的意见已逐条登记并转交责任部门，能当场解决的均已解决。";

interface Draft {
  archive: { version: number; status: string };
}

/** Uploads a photo, writes the summary and files the archive. */
export const fileArchive = (name: string, { who, at }: { who: string; at: string }): Step => ({
  title: "整理留痕，归档 / the archive is filed",
  run: async (scene) => {
    await scene.until(at);
    const path = `/activities/${noted(scene, name)}`;
    const { archive } = await scene.as(who).get<Draft>(`${path}/archive`);
    if (archive.status === "filed") {
      await scene.as(who).send("POST", `${path}/archive/submit`);
      return "filed";
    }
    await upload(scene, who, path);
    const draft = { summary: SUMMARY, owner: "committee", version: archive.version };
    await scene.as(who).send("PUT", `${path}/archive`, draft);
    await scene.as(who).send("POST", `${path}/archive/submit`);
    await scene.machine.settle();
    return "with a photo, without its GPS position";
  },
});
