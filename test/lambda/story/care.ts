import { CAST } from "@yigong/local/demo/cast.ts";
import { roster } from "@yigong/local/demo/people.ts";
import sharp from "sharp";
import { dutyOf, pathOf, sessionOf, startActivity } from "./activity.ts";
import { type CloudScene, type CloudStep, refused } from "./scene.ts";

const NOTE = "care";

interface Upload {
  material: { id: string };
  form: { url: string; fields: Record<string, string> };
}

async function start(scene: CloudScene) {
  const times = { startsAt: "2026-10-15T06:00:00.000Z", endsAt: "2026-10-15T08:00:00.000Z" };
  await startActivity(scene, { note: NOTE, recruitUntil: "2026-10-12T10:00:00.000Z", ...times });
  const path = pathOf(scene, NOTE);
  const { sessionId } = await sessionOf(scene, NOTE);
  const sessions = [{ id: sessionId, startsAt: "2026-10-16T06:00:00.000Z", endsAt: "2026-10-16T08:00:00.000Z" }];
  await scene.as(CAST.organizer).send("POST", `${path}/reschedule`, { sessions, reason: "敬老院当天另有安排" });
  await scene.cloud.settle();
}

/** Somebody is put on shift at the time of the service: whoever is asked to cover says nothing, so that nobody does. */
async function onShift(scene: CloudScene, who: string) {
  const number = (await roster(scene)).find(({ id }) => id === who)?.employeeNumber;
  const row = `${number},营业员,2026-10-16 14:00,2026-10-16 16:00,营业主管、客服代表`;
  const form = new FormData();
  form.set("kind", "shifts");
  form.set("file", new File([`工号,岗位,开始,结束,可代岗位\n${row}\n`], "shifts.csv"));
  const admin = scene.as(CAST.administrator);
  const { id } = await admin.send<{ id: string }>("POST", "/imports", form);
  await admin.send("POST", `/imports/${id}/apply`);
}

/** Four sign up, one changes their mind; leave of one is decided late, and that of another, who has a place, never. */
async function answers(scene: CloudScene) {
  const path = pathOf(scene, NOTE);
  const { sessionId, positionId } = await sessionOf(scene, NOTE);
  const [first = "", second = "", third = "", fourth = "", fifth = ""] = await dutyOf(scene, NOTE);
  for (const who of [first, second, third, fifth])
    await scene.as(who).send("POST", `${path}/sign-ups`, { positionId, consent: true, acceptsRisks: true });
  await scene.as(third).send("DELETE", `${path}/sign-ups/${sessionId}?reason=${encodeURIComponent("家中有急事")}`);
  await scene.as(fourth).send("POST", `${path}/leaves`, { reason: "workConflict", note: "当天要在机房值守" });
  await scene.as(fifth).send("POST", `${path}/leaves`, { reason: "workConflict", note: "那天轮到我值班" });
  Object.assign(scene.notes, { first, second, fourth });
  await onShift(scene, first);
  await scene.until("2026-10-13T02:00:00.000Z");
  const decision = { approve: true, reason: "情况属实，同意" };
  await scene
    .as(CAST.alliance)
    .send("POST", `${path}/leaves/${fourth}/decision`, decision, { fine: ["leave.decided"] });
}

async function day(scene: CloudScene) {
  const { first = "", second = "" } = scene.notes;
  const { sessionId } = await sessionOf(scene, NOTE);
  const session = `${pathOf(scene, NOTE)}/sessions/${sessionId}`;
  await scene.until("2026-10-16T05:50:00.000Z");
  const { code } = await scene.as(CAST.organizer).get<{ code: string }>(`${session}/code`);
  scene.notes.code = code;
  await scene.as(first).send("POST", `${session}/check-in`, { code });
  await scene.until("2026-10-16T08:05:00.000Z");
  await scene.as(first).send("POST", `${session}/check-out`, {});
  const lines = [{ memberId: second, state: "absent", why: "当天没有到场" }];
  await scene.as(CAST.organizer).send("POST", `${session}/roll-call`, { lines });
  const clients = [1, 2].map((at) => ({ name: `老人${at}`, email: `elder${at}@home.example.org` }));
  await scene.as(CAST.organizer).send("POST", `${pathOf(scene, NOTE)}/served`, { clients });
}

/** Announces a photo and posts it by its form. */
async function photo(scene: CloudScene): Promise<string> {
  const image = sharp({ create: { width: 64, height: 48, channels: 3, background: "#7a9cc6" } });
  const bytes = new Uint8Array(await image.jpeg().toBuffer());
  const asked = { name: "合影.jpg", contentType: "image/jpeg", bytes: bytes.length, caption: "与老人合影" };
  const { material, form } = await scene
    .as(CAST.organizer)
    .send<Upload>("POST", `${pathOf(scene, NOTE)}/materials`, asked);
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.set(name, value);
  body.set("file", new File([bytes], "photo.jpg", { type: "image/jpeg" }));
  const sent = await fetch(form.url, { method: "POST", body });
  if (!sent.ok) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
  return `${pathOf(scene, NOTE)}/materials/${material.id}`;
}

/** A photo that is taken back, one that never came, one that is gone when it is looked at, and one that stays. */
async function photos(scene: CloudScene) {
  const organizer = scene.as(CAST.organizer);
  await scene.until("2026-10-17T02:00:00.000Z");
  const taken = await photo(scene);
  await organizer.send("POST", `${taken}/uploaded`);
  await scene.cloud.settle();
  await organizer.send("DELETE", taken);
  await scene.cloud.settle();

  const asked = { name: "未传.jpg", contentType: "image/jpeg", bytes: 1000 };
  const { material } = await organizer.send<Upload>("POST", `${pathOf(scene, NOTE)}/materials`, asked);
  await refused(
    organizer.send("POST", `${pathOf(scene, NOTE)}/materials/${material.id}/uploaded`),
    "material.not_uploaded",
  );

  // Nobody hears the wake, so that the upload can go before the sweep comes for it.
  const lost = await photo(scene);
  await scene.cloud.deaf(() => organizer.send("POST", `${lost}/uploaded`));
  for (const key of scene.cloud.objects.keys()) if (key.startsWith("quarantine/")) scene.cloud.objects.delete(key);
  await scene.until("2026-10-17T02:02:00.000Z");

  const kept = await photo(scene);
  await organizer.send("POST", `${kept}/uploaded`);
  await scene.cloud.settle();
}

/** Follows the links of what is served, as a browser does. */
async function shown(scene: CloudScene) {
  interface Shown {
    items: { status: string; urls?: Record<string, string>; url?: string }[];
  }
  const { items } = await scene.as(CAST.alliance).get<Shown>(`${pathOf(scene, NOTE)}/materials`);
  const links = JSON.stringify(items).match(/http:\/\/127[^"\\]+/g) ?? [];
  if (links.length === 0) throw new Error("No photo is served.");
  for (const link of links) {
    const response = await fetch(link);
    if (!response.ok) throw new Error(`A photo's link is answered ${response.status}.`);
  }
}

async function filed(scene: CloudScene) {
  const path = pathOf(scene, NOTE);
  const author = scene.as(scene.notes.first ?? "");
  const written = await author.send<{ id: string; version: number }>("POST", `${path}/diaries`, {
    text: "今天教会了一位老人用手机与孙女视频，她笑得很开心。",
  });
  const changed = { text: "今天教会了一位老人用手机与孙女视频。", version: written.version };
  await author.send("PUT", `${path}/diaries/${written.id}`, changed);
  await author.send("DELETE", `${path}/diaries/${written.id}`);
  const organizer = scene.as(CAST.organizer);
  const { archive } = await organizer.get<{ archive: { version: number } }>(`${path}/archive`);
  const summary = "为敬老院检修了电话与网络，并教会多位老人使用手机视频通话，老人们十分满意。";
  await organizer.send("PUT", `${path}/archive`, { summary, owner: "committee", version: archive.version });
  await organizer.send("POST", `${path}/archive/submit`);
  await scene.cloud.settle();
}

/** One answers by the link in a mail; the others are reminded, and the survey is closed early. */
async function surveyed(scene: CloudScene) {
  const path = pathOf(scene, NOTE);
  const [mail] = scene.cloud.mails.filter(({ to }) => to.includes("elder1@home.example.org"));
  const link = /https:\S+\/s\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  const here = link.replace(/^https:\/\/[^/]+/, scene.origin);
  const page = await (await fetch(here)).text();
  const form = new URLSearchParams({ satisfaction: "5", solved: "yes", comment: "小伙子教得很耐心，谢谢你们。" });
  for (const [input] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    form.set(/name="([^"]*)"/.exec(input)?.[1] ?? "", /value="([^"]*)"/.exec(input)?.[1] ?? "");
  const sent = await fetch(here, { method: "POST", body: form, headers: { origin: scene.origin } });
  if (!sent.ok) throw new Error(`survey: ${sent.status} ${link}`);
  await scene.until("2026-10-18T02:00:00.000Z");
  await scene.as(CAST.organizer).send("POST", `${path}/survey/reminders`, {});
  await scene.cloud.settle();
  await scene.until("2026-10-19T02:00:00.000Z");
  await scene.as(CAST.organizer).send("POST", `${path}/survey/close`, { reason: "已收到足够的答复" });
  await scene.cloud.settle();
}

/** An activity in which much goes another way than planned. */
export const CARE: readonly CloudStep[] = [
  { title: "an activity is moved while people sign up", run: start },
  { title: "leave is decided late", run: answers },
  { title: "the day and the served clients", run: day },
  { title: "photos come, go and fail to come", run: photos },
  { title: "a photo is shown", run: shown },
  { title: "diary and archive", run: filed },
  { title: "a survey by mail, closed early", run: surveyed },
];
