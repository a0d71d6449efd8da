import sharp from "sharp";
import type { Who } from "../sample/people.ts";
import { type House, localTime, type Started } from "./house.ts";

interface Upload {
  material: { id: string };
  form: { url: string; fields: Record<string, string> };
}
interface Receipt {
  photo: { id: string };
  form: Upload["form"];
}
interface Sent {
  items: { subject: string; body: string }[];
}

const picture = () =>
  sharp({ create: { width: 16, height: 16, channels: 3, background: "#c02020" } })
    .png()
    .toBuffer();

/** What comes after the service: the record, the survey. */
export function recording({ as, machine }: House) {
  const { web } = machine;
  const path = ({ id }: Started) => `/activities/${id}`;

  const writeSummary = async (activity: Started, by: Who) => {
    const { archive } = await as(by).get<{ archive: { version: number } }>(`${path(activity)}/archive`);
    const summary = "十名志愿者在文化广场为居民检修宽带三十余户，效果良好，居民满意。";
    await as(by).put(`${path(activity)}/archive`, { summary, owner: "committee", version: archive.version });
  };

  const postFile = async (
    form: Upload["form"],
    { content, name }: { content: Uint8Array<ArrayBuffer>; name: string },
  ) => {
    const data = new FormData();
    for (const [field, value] of Object.entries(form.fields)) data.append(field, value);
    data.append("file", new Blob([content]), name);
    const { status } = await web.request(form.url, { method: "POST", body: data });
    if (status !== 204) throw new Error(`The upload was answered by ${status}.`);
  };

  /** Announces a photo, posts it by its form, and says so; it is checked at once. */
  const addPhoto = async (activity: Started, by: Who) => {
    const content = new Uint8Array(await picture());
    const said = { name: "合影.png", contentType: "image/png", bytes: content.length };
    const { material, form } = await as(by).post<Upload>(`${path(activity)}/materials`, said);
    await postFile(form, { content, name: said.name });
    await as(by).post(`${path(activity)}/materials/${material.id}/uploaded`);
  };

  let receipts = 0;
  /** Uploads a photo of a receipt. @returns its id */
  const addReceipt = async (activity: Started, by: Who): Promise<string> => {
    const content = new Uint8Array(await picture());
    const said = { name: "发票.png", contentType: "image/png", bytes: content.length };
    receipts += 1;
    const own = `${path(activity)}/receipts/me`;
    const { photo, form } = await as(by).post<Receipt>(own, said, `receipt-of-test-${receipts}`);
    await postFile(form, { content, name: said.name });
    await as(by).post(`${own}/${photo.id}/uploaded`);
    return photo.id;
  };

  /** Records what was paid today, with one receipt. */
  const spend = async (
    activity: Started,
    { by, fen, what = "矿泉水和路费" }: { by: Who; fen: number; what?: string },
  ) => {
    const paidOn = localTime(machine.now(), "08:00").slice(0, 10);
    const receiptIds = [await addReceipt(activity, by)];
    await as(by).post(`${path(activity)}/expenses`, { fen, what, paidOn, receiptIds });
  };

  /** What was spent is handed in, and settled by the alliance. */
  const settleMoney = async (activity: Started, by: Who = "organizer") => {
    await as(by).post(`${path(activity)}/spending/hand-in`);
    await as("alliance").post(`${path(activity)}/spending/decision`, { verdict: "settle" });
  };

  /** The newest link that a client was sent, as a path. */
  const linkOf = async (mobile: string): Promise<string> => {
    const { items } = (await (await web.request(`/inbox.json?channel=sms&recipient=${mobile}`)).json()) as Sent;
    const [, link = ""] = /(\/s\/\w+)/.exec(items[0]?.body ?? "") ?? [];
    return link;
  };

  return {
    writeSummary,
    addPhoto,
    spend,
    linkOf,
    submitArchive: (activity: Started, by: Who = "organizer") => as(by).post(`${path(activity)}/archive/submit`),
    settleMoney,
    /** Writes, adds and files what an archive takes; money that was granted is settled first. */
    fileArchive: async (activity: Started, by: Who = "organizer") => {
      await writeSummary(activity, by);
      await addPhoto(activity, by);
      const { missing } = await as(by).get<{ missing: string[] }>(`${path(activity)}/archive`);
      if (missing.includes("money")) await settleMoney(activity, by);
      await as(by).post(`${path(activity)}/archive/submit`);
    },
    /** Adds clients with these mobile numbers. */
    addServed: (activity: Started, mobiles: readonly string[]) =>
      as("organizer").post(`${path(activity)}/served`, { clients: mobiles.map((mobile) => ({ mobile })) }),
    /** Opens a link and sends its form. @returns the status that the form was answered with, or the page's own if it showed none */
    answerSurvey: async (link: string, satisfaction: number): Promise<number> => {
      const shown = await web.request(link);
      if (shown.status !== 200) return shown.status;
      const [, submission = ""] = /name="submission" value="(\w+)"/.exec(await shown.text()) ?? [];
      const body = String(new URLSearchParams({ submission, satisfaction: String(satisfaction), solved: "yes" }));
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const sent = await web.request(link, { method: "POST", headers, body });
      await machine.settle();
      return sent.status;
    },
    answerByPhone: (activity: Started, clientId: string, satisfaction: number) =>
      as("service").post(`${path(activity)}/survey/phone-answers`, { clientId, answer: { satisfaction } }),
    closeSurvey: (activity: Started) => as("organizer").post(`${path(activity)}/survey/close`, {}),
    skipSurvey: (activity: Started) =>
      as("organizer").post(`${path(activity)}/survey/skip`, { reason: "服务对象不便打扰" }),
  };
}
