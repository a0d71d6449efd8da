import { CAST } from "./cast.ts";
import { photo } from "./photo.ts";
import { noted, type Scene, type Step } from "./scene.ts";

interface Upload {
  photo: { id: string };
  form?: { url: string; fields: Record<string, string> };
}

/** Uploads a receipt, under a key of its own so that a second try is the same file. */
async function receipt(scene: Scene, path: string): Promise<string> {
  const bytes = await photo();
  const said = { name: "发票.jpg", contentType: "image/jpeg", bytes: bytes.length };
  const once = { headers: { "idempotency-key": "demo-receipt" } };
  const { photo: held, form } = await scene.as(CAST.teamLead).send<Upload>("POST", `${path}/receipts/me`, said, once);
  if (form) {
    const body = new FormData();
    for (const [name, value] of Object.entries(form.fields)) body.set(name, value);
    body.set("file", new File([new Uint8Array(bytes)], "receipt.jpg", { type: "image/jpeg" }));
    const sent = await fetch(scene.reach(form.url), { method: "POST", body });
    if (!sent.ok) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
  }
  await scene.as(CAST.teamLead).send("POST", `${path}/receipts/me/${held.id}/uploaded`);
  await scene.machine.settle();
  return held.id;
}

/** Granted money is spent with a receipt, handed in, and settled by another person. */
export const settleMoney = (name: string, { at }: { at: string }): Step => ({
  title: "凭收据报支，联盟另一人结清 / money is spent with a receipt and settled",
  run: async (scene) => {
    await scene.until(at);
    const path = `/activities/${noted(scene, name)}`;
    const { state } = await scene.as(CAST.teamLead).get<{ state: string }>(`${path}/spending`);
    if (state === "open") {
      const expense = { fen: 42_860, what: "梯子租金、清洁用品和饮用水", paidOn: "2026-09-26" };
      const receiptIds = [await receipt(scene, path)];
      const once = { headers: { "idempotency-key": "demo-expense" } };
      await scene.as(CAST.teamLead).send("POST", `${path}/expenses`, { ...expense, receiptIds }, once);
    }
    await scene.as(CAST.teamLead).send("POST", `${path}/spending/hand-in`, undefined, { fine: ["expense.settled"] });
    const settle = { verdict: "settle" };
    await scene.as(CAST.alliance).send("POST", `${path}/spending/decision`, settle, { fine: ["expense.settled"] });
    await scene.machine.settle();
    return "428.60 of 600 yuan";
  },
});
