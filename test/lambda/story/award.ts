import { CAST } from "@yigong/local/demo/cast.ts";
import { pathOf, sessionOf } from "./activity.ts";
import type { CloudScene, CloudStep } from "./scene.ts";

/** The two people of the committee, and the auditor. */
const [FIRST, SECOND, AUDITOR] = ["000120", "000147", "000132"];
const RUNS = "/awards/2026/runs";

async function begun(scene: CloudScene) {
  await scene.until("2027-01-02T02:00:00.000Z");
  const { items } = await scene.as(FIRST).get<{ items: { status: string }[] }>(RUNS);
  if (items[0]?.status !== "deciding") throw new Error(`The year's run is ${items[0]?.status}.`);
}

/** A correction comes while the committee decides: the run is taken back and the next one begins. */
async function withdrawn(scene: CloudScene) {
  const { sessionId } = await sessionOf(scene, "care");
  const path = pathOf(scene, "care");
  const change = { kind: "halfDays", sessionId, halfDays: 2 };
  const wish = { memberId: scene.notes.second, change, reason: "名单上写的是全天" };
  const { id } = await scene.as(CAST.organizer).send<{ id: string }>("POST", `${path}/corrections`, wish);
  await scene.as(CAST.alliance).send("POST", `${path}/corrections/${id}/decision`, { verdict: "approve" });
  await scene.cloud.settle();
  await scene.until("2027-01-03T02:00:00.000Z");
  await scene.as(FIRST).send("POST", `${RUNS}/1/withdrawal`, { reason: "积分有更正，重新计算后再确认。" });
  await scene.cloud.settle();
  await scene.until("2027-01-03T03:00:00.000Z");
}

async function confirmed(scene: CloudScene) {
  await scene.as(FIRST).get(`${RUNS}/2/standings`);
  await scene.as(FIRST).get(`${RUNS}/2/changes`);
  for (const who of [FIRST, SECOND]) await scene.as(who).send("POST", `${RUNS}/2/confirmation`, {});
  await scene.cloud.settle();
  const { second = "" } = scene.notes;
  const said = { text: "我觉得我的名次应当更靠前一些。" };
  const { id } = await scene.as(second).send<{ id: string }>("POST", `${RUNS}/2/objections`, said);
  const verdict = { upheld: false, reason: "经核对，积分与名次无误。" };
  await scene.as(SECOND).send("POST", `${RUNS}/2/objections/${id}/decision`, verdict);
  await scene.cloud.settle();
}

async function published(scene: CloudScene) {
  await scene.until("2027-01-14T02:00:00.000Z");
  const { status } = await scene.as(FIRST).get<{ status: string }>(`${RUNS}/2`);
  if (status !== "done") throw new Error(`The year's second run is ${status}.`);
  await scene.as(AUDITOR).get("/awards/2026/notice");
  await scene.download(AUDITOR, `${RUNS}/2/standings.jsonl`);
  await scene.download(AUDITOR, `${RUNS}/2/standings.xlsx`);
}

async function certificates(scene: CloudScene) {
  interface Certificate {
    id: string;
    code: string;
  }
  const { items } = await scene.as(AUDITOR).get<{ items: Certificate[] }>("/certificates?year=2026");
  const [one, other] = items;
  if (!one || !other) throw new Error("Nobody has a certificate.");
  const pdf = await scene.download(FIRST, `/certificates/${one.id}/pdf`);
  if (!pdf.startsWith("%PDF")) throw new Error("The certificate is no PDF.");
  const page = await fetch(`${scene.origin}/verify/${one.code.replaceAll("-", "").toLowerCase()}`);
  if (page.status >= 500) throw new Error(`The certificate's page is answered ${page.status}.`);
  const reason = "证书姓名有误，予以撤销重发";
  await scene.as(FIRST).send("POST", `/certificates/${other.id}/revocation`, { reason });
}

/** The year's honours, with a run that is taken back. */
export const AWARDS: readonly CloudStep[] = [
  { title: "the run begins by itself in the new year", run: begun },
  { title: "a correction comes while the committee decides", run: withdrawn },
  { title: "the second run is confirmed, and somebody objects", run: confirmed },
  { title: "the list is published", run: published },
  { title: "certificates", run: certificates },
];
