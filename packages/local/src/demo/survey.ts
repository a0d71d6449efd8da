import { plusHours } from "@yigong/core/lib/time.ts";
import { CAST } from "./cast.ts";
import { listOf } from "./people.ts";
import { noted, type Scene, type Step } from "./scene.ts";

interface Message {
  recipient: string;
  body: string;
}

/** The survey links in the inbox, one per client. */
async function links(scene: Scene): Promise<string[]> {
  const { items } = (await (await fetch(`${scene.origin}/inbox.json?channel=sms&limit=200`)).json()) as {
    items: Message[];
  };
  const found = items.map(({ body, recipient }) => [recipient, /https?:\S+\/s\/[a-z0-9]+/.exec(body)?.[0]] as const);
  const byClient = new Map(found.filter(([, link]) => link !== undefined));
  return [...byClient].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link ?? "");
}

/** Submits the form as a browser does: the page's hidden fields and the answers. */
async function answer(scene: Scene, link: string, satisfaction: number) {
  const address = scene.reach(link);
  const page = await (await fetch(address)).text();
  const form = new URLSearchParams();
  for (const [input] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) form.set(name, /value="([^"]*)"/.exec(input)?.[1] ?? "");
  }
  form.set("satisfaction", String(satisfaction));
  form.set("solved", satisfaction >= 4 ? "yes" : "partly");
  const { origin } = new URL(address);
  const sent = await fetch(address, { method: "POST", body: form, headers: { origin } });
  if (sent.status !== 200 && sent.status !== 404) throw new Error(`survey: ${sent.status}`);
}

/** Of the outbox. */
const LONGEST_BACKOFF_MINUTES = 15;
const SCORES = [5, 5, 4, 5, 4, 5, 3, 5, 4];

/** Nine of twelve answer by their link, one on the phone; two stay silent. */
export const SURVEY: readonly Step[] = [
  {
    title: "回访：客户用一次性链接作答 / clients answer by one-use links",
    run: async (scene) => {
      const clients = await listOf(scene, CAST.customerService, `/activities/${noted(scene, "visit")}/served`);
      let found = await links(scene);
      // What failed while the process was being killed is tried again later, by a clock that only moves when told to.
      for (let minute = 0; found.length < clients.length && minute < LONGEST_BACKOFF_MINUTES; minute += 1) {
        await scene.machine.advanceTo(plusHours(scene.machine.now(), 1 / 60));
        found = await links(scene);
      }
      for (const [index, score] of SCORES.entries()) {
        const link = found[index];
        if (link) await answer(scene, link, score);
      }
      return `${found.length} links, ${SCORES.length} answers`;
    },
  },
  {
    title: "客户服务部电话代录 / one answer on the phone",
    run: async (scene) => {
      const path = `/activities/${noted(scene, "visit")}`;
      const clients = await listOf<{ clientId: string }>(scene, CAST.customerService, `${path}/served`);
      const call = { clientId: clients.at(-1)?.clientId, answer: { satisfaction: 5, solved: "yes" } };
      await scene
        .as(CAST.customerService)
        .send("POST", `${path}/survey/phone-answers`, call, { fine: ["survey.already_answered"] });
      return undefined;
    },
  },
];
