import type { Alliance, Who } from "@yigong/testing/alliance.ts";
import { phonePhoto } from "@yigong/testing/sample-files.ts";

interface Upload {
  photo: { id: string };
  form: { url: string; fields: Record<string, string> };
}

const photo = phonePhoto(40, 30);
let uploads = 0;

/** A photo of a receipt, uploaded by whoever pays. @returns its id */
async function upload(house: Alliance, activityId: string, by: Who): Promise<string> {
  const content = await photo;
  const said = { name: "发票.jpg", contentType: "image/jpeg", bytes: content.length };
  const path = `/activities/${activityId}/receipts/me`;
  uploads += 1;
  const { photo: announced, form } = await house.as(by).post<Upload>(path, said, `receipt-${uploads}`);
  const data = new FormData();
  for (const [name, value] of Object.entries(form.fields)) data.append(name, value);
  data.append("file", new Blob([new Uint8Array(content)]), said.name);
  await house.machine.web.request(form.url, { method: "POST", body: data });
  await house.as(by).post(`${path}/${announced.id}/uploaded`);
  return announced.id;
}

/** Records an expense of today with one receipt. @throws Refused */
export async function recordExpense(house: Alliance, activityId: string, { by, fen }: { by: Who; fen: number }) {
  const paidOn = new Date(Date.parse(house.machine.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
  const receiptIds = [await upload(house, activityId, by)];
  const said = { fen, what: "矿泉水和路费", paidOn, receiptIds };
  await house.as(by).post(`/activities/${activityId}/expenses`, said);
}
