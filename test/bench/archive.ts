import { phonePhoto } from "@yigong/testing/sample-files.ts";
import { type Held, INSTANTS } from "./recruit.ts";
import { type Cast, fewOf, type Size } from "./roster.ts";
import { crowd, type Scene } from "./scene.ts";

export const FILES = 3;
const SUMMARY = "共上门服务一天，量血压、修手机、打扫房间，老人反映良好；下次提前一周联系社区。";

interface Announced {
  material: { id: string };
  form: { url: string; fields: Record<string, string> };
}

async function upload(scene: Scene, { id, lead }: Held, photo: Buffer): Promise<void> {
  const said = { name: "现场.jpg", contentType: "image/jpeg", bytes: photo.length, caption: "上门量血压" };
  const { material, form } = await scene.call<Announced>(lead, "POST", `/activities/${id}/materials`, said);
  const fields = new FormData();
  for (const [name, value] of Object.entries(form.fields)) fields.set(name, value);
  fields.set("file", new File([new Uint8Array(photo)], said.name, { type: said.contentType }));
  const sent = await scene.machine.web.request(form.url, { method: "POST", body: fields });
  if (!sent.ok) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
  await scene.call(lead, "POST", `/activities/${id}/materials/${material.id}/uploaded`);
}

/** Photos, diaries, the served clients and a summary; filing ends the stage. @returns how many diaries */
export async function archive(scene: Scene, held: Held, cast: Cast, { clients }: Size): Promise<number> {
  const { id, lead } = held;
  await scene.machine.advanceTo(INSTANTS.archived);
  const photo = await phonePhoto(640, 480);
  await crowd(scene, Array.from({ length: FILES }), () => upload(scene, held, photo));
  const authors = cast.participants.slice(0, fewOf(cast.participants.length));
  const diary = { text: "第一次陪老人过重阳节，她说起年轻时的事，我们都听得入神。" };
  await crowd(scene, authors, (number) => scene.call(number, "POST", `/activities/${id}/diaries`, diary));
  const contacts = Array.from({ length: clients }, (_, at) => ({ mobile: String(13_800_000_000 + at) }));
  await scene.call(lead, "POST", `/activities/${id}/served`, { clients: contacts });
  const writing = { summary: SUMMARY, owner: "committee", version: 0 };
  await scene.call(lead, "GET", `/activities/${id}/archive`);
  await scene.call(lead, "PUT", `/activities/${id}/archive`, writing);
  await scene.call(lead, "POST", `/activities/${id}/archive/submit`);
  await scene.machine.settle();
  return authors.length;
}
