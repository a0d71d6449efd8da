import type { Started, Who } from "@yigong/testing/alliance.ts";
import type { Page } from "playwright-core";
import { advice } from "./advice-tour.ts";
import { begin, type Cast, cover, finish, giveNames, keep, score, serve } from "./console-tour-data.ts";
import { consoleDaysTour } from "./console-tour-days.ts";
import { beginRun } from "./decision-tour.ts";
import type { PhoneHouse } from "./phone.ts";
import type { Visit } from "./stop.ts";
import { trainersAtDesk } from "./trainers-tour.ts";
import { trainingAtDesk } from "./training-tour.ts";
import { weather } from "./weather-tour.ts";

const within = ({ id }: Started, tab = "") => `/console/activities/${id}${tab && `/${tab}`}`;
const press = (name: RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

/** Every list before anything is in it, and what is not there at all. */
async function beforehand(visit: Visit): Promise<void> {
  const stops: readonly [name: string, who: Who, path: string][] = [
    ["bench-empty", "organizer", "/console"],
    ["activities-empty", "organizer", "/console/activities"],
    ["calendar-empty", "organizer", "/console/activities?view=calendar"],
    ["board-empty", "organizer", "/console/activities?view=board"],
    ["deeds-empty", "organizer", "/console/deeds"],
    ["contacts-empty", "service", "/console/contacts"],
    ["campaigns-empty", "organizer", "/console/campaigns"],
    ["praise-empty", "organizer", "/console/praise"],
    ["proposals-empty", "alliance", "/console/proposals"],
    ["covers-empty", "alliance", "/console/covers"],
    ["register-empty", "alliance", "/console/register"],
    ["messages-empty", "alliance", "/console/messages"],
    ["objections-empty", "alliance", "/console/points?tab=objections"],
    ["corrections-empty", "alliance", "/console/points?tab=corrections"],
    ["people-none", "alliance", "/console/people?q=nobody"],
    ["points-me-empty", "alliance", "/console/points/me"],
    ["activity-gone", "alliance", "/console/activities/act_00000000000000000000000000"],
    ["missing", "alliance", "/console/nowhere"],
    ["devices-empty", "alliance", "/console/settings/devices"],
    ["tokens-empty", "alliance", "/console/settings/tokens"],
  ];
  for (const [name, who, path] of stops) await visit({ name, who, path });
}

async function recruiting(visit: Visit, { activity, long, proposed, returned }: Cast): Promise<void> {
  await visit({ name: "bench", who: "alliance", path: "/console" });
  await visit({ name: "bench-secretary", who: "secretaryA", path: "/console" });
  await visit({ name: "activities", who: "alliance", path: "/console/activities" });
  await visit({ name: "calendar", who: "alliance", path: "/console/activities?view=calendar" });
  await visit({ name: "board", who: "alliance", path: "/console/activities?view=board" });
  await visit({ name: "new", who: "alliance", path: "/console/activities/new" });
  await visit({
    name: "new-missing",
    who: "alliance",
    path: "/console/activities/new",
    act: press(/^(发布招募公告|Publish the announcement)$/),
  });
  await visit({ name: "new-again", who: "alliance", path: `/console/activities/new?from=${long.id}` });
  await visit({ name: "new-plan", who: "lead", path: "/console/activities/new" });
  await visit({ name: "people-tab", who: "alliance", path: within(activity) });
  await visit({ name: "activity-long", who: "alliance", path: within(long) });
  for (const tab of ["covers", "check-in", "archive", "survey", "points", "messages", "record"])
    await visit({ name: `${tab}-early`, who: "alliance", path: within(long, tab) });
  await visit({
    name: "activity-closing",
    who: "alliance",
    path: within(activity),
    act: press(/^(截止招募|Close recruiting|Close sign-up)$/),
  });
  await visit({ name: "money-tab", who: "alliance", path: within(proposed) });
  await visit({ name: "proposals", who: "alliance", path: "/console/proposals?state=all" });
  await visit({ name: "proposal", who: "alliance", path: `/console/proposals/${proposed.id}` });
  await visit({ name: "proposal-returned", who: "lead", path: `/console/proposals/${returned.id}` });
  await visit({ name: "deeds", who: "alliance", path: "/console/deeds" });
  await visit({ name: "rules", who: "alliance", path: "/console/rules" });
  await visit({
    name: "search",
    who: "alliance",
    path: "/console/rules",
    act: async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("王");
      await page.locator(".found").first().waitFor();
    },
  });
}

/** Contacts, one of them a child, one who wants no contact and one who was removed. */
async function contacts({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const service = house.as("service");
  const record = async (said: object) =>
    (await service.post<{ id: string }>("/contacts", { kind: "person", source: { from: "visit" }, ...said })).id;
  const child = { name: "周小明", bornOn: "2016-05-01", guardian: { name: "周丽", mobile: "13900139001" } };
  const [first, office, barred, gone] = [
    await record(child),
    await record({
      kind: "organization",
      name: "海陵区城西街道莲花社区居民委员会",
      person: "王主任",
      mobile: "0523-86880000",
    }),
    await record({ name: "钱大爷", mobile: "13900139002", source: { from: "referral", note: "由莲花社区介绍" } }),
    await record({ name: "孙师傅", mobile: "13900139003" }),
  ];
  await service.put(`/contacts/${barred}/do-not-contact`, { wanted: true, why: "来电要求不再联系" });
  await service.post(`/contacts/${gone}/removal`, { cause: "asked" });
  await visit({ name: "contacts", who: "service", path: "/console/contacts" });
  await visit({
    name: "contact-add",
    who: "service",
    path: "/console/contacts",
    act: press(/^(登记联系人|Record a contact)$/),
  });
  await visit({ name: "contact", who: "service", path: `/console/contacts/${first}` });
  await visit({ name: "contact-barred", who: "service", path: `/console/contacts/${barred}` });
  await visit({ name: "contact-removed", who: "service", path: `/console/contacts/${gone}` });
  await visit({
    name: "contact-edit",
    who: "service",
    path: `/console/contacts/${office}`,
    act: press(/^(更\s?正|Correct)$/),
  });
  const form = new FormData();
  form.set("kind", "contacts");
  form.set("file", new File(["姓名,手机\n周阿姨,13900139008\n李大爷,12ab\n"], "contacts.csv"));
  const { id } = await service.send<{ id: string }>("/imports", form);
  await visit({ name: "import-contacts", who: "service", path: `/console/imports/${id}` });
}

async function registers({ house }: PhoneHouse, visit: Visit): Promise<void> {
  const { items } = await house.as("admin").get<{ items: { id: string; status: string }[] }>("/imports");
  const waiting = items.find(({ status }) => status === "previewed")?.id ?? "";
  const stops: readonly [name: string, who: Who, path: string][] = [
    ["people", "admin", "/console/people"],
    ["person", "admin", `/console/people/${house.idOf("partyA2")}`],
    ["person-office", "admin", `/console/people/${house.idOf("secretaryA")}`],
    ["units", "admin", "/console/units"],
    ["imports", "admin", "/console/imports"],
    ["import-bad", "admin", `/console/imports/${waiting}`],
    ["names", "admin", "/console/settings/names"],
    ["channels", "admin", "/console/settings/channels"],
    ["sign-in", "admin", "/console/settings/sign-in"],
    ["cards", "admin", "/console/settings/cards"],
    ["templates", "admin", "/console/settings/templates"],
    ["backups", "admin", "/console/settings/backups"],
    ["workdays", "admin", "/console/settings/workdays"],
    ["language", "admin", "/console/settings/language"],
    ["tokens", "admin", "/console/settings/tokens"],
    ["devices", "admin", "/console/settings/devices"],
    ["audit", "alliance", "/console/audit"],
    ["messages", "alliance", "/console/messages"],
    ["announcements", "alliance", "/console/messages?tab=announcements"],
  ];
  for (const [name, who, path] of stops) await visit({ name, who, path });
}

async function theDay(phones: PhoneHouse, visit: Visit, { activity }: Cast): Promise<void> {
  const { house } = phones;
  const at = async (tab: string, name = `${tab}-tab`) => visit({ name, who: "alliance", path: within(activity, tab) });
  await cover(house, activity);
  await at("covers");
  await visit({ name: "covers", who: "alliance", path: "/console/covers" });
  await serve(house, activity);
  await at("check-in");
  await visit({ name: "screen", who: "alliance", path: within(activity, "screen") });
  await finish(house, activity);
  await at("archive");
  await house.fileArchive(activity);
  await house.as("alliance").put(`/activities/${activity.id}/survey/papers`, { handedOut: 3 });
  await at("survey");
  await score(house, activity);
  for (const tab of ["people", "archive", "survey", "points", "record"]) await at(tab, `${tab}-done`);
}

async function afterwards({ house }: PhoneHouse, visit: Visit, { activity }: Cast): Promise<void> {
  const campaignId = await keep(house, activity);
  await visit({ name: "campaigns", who: "alliance", path: "/console/campaigns" });
  await visit({ name: "campaign", who: "alliance", path: `/console/campaigns/${campaignId}` });
  await visit({ name: "praise", who: "alliance", path: "/console/praise" });
  await visit({ name: "person-praised", who: "alliance", path: `/console/people/${house.idOf("freeA1")}` });
  await visit({ name: "archive-kept", who: "alliance", path: within(activity, "archive") });
  await visit({ name: "bench-done", who: "alliance", path: "/console" });
  await visit({ name: "register", who: "alliance", path: "/console/register" });
  await visit({ name: "points", who: "alliance", path: "/console/points" });
  await visit({ name: "objections", who: "alliance", path: "/console/points?tab=objections" });
  await visit({ name: "corrections", who: "alliance", path: "/console/points?tab=corrections" });
  await visit({ name: "ledger", who: "alliance", path: "/console/points?tab=export" });
  await visit({ name: "points-person", who: "alliance", path: `/console/points/${house.idOf("freeA1")}` });
  await visit({ name: "awards", who: "alliance", path: "/console/awards" });
  await visit({ name: "award-before", who: "alliance", path: "/console/awards/2026" });
}

const RUN = "/awards/2026/runs/1";

async function honours({ house }: PhoneHouse, visit: Visit, { activity }: Cast): Promise<void> {
  await beginRun(house, activity);
  const of = (name: string, tab = "") =>
    visit({ name, who: "coverA1", path: `/console/awards/2026${tab && `?tab=${tab}`}` });
  await of("award-deciding");
  await of("award-standings", "standings");
  await of("award-draw", "draw");
  for (const who of ["coverA1", "coverA2"] as const)
    await house.as(who).post(`${RUN}/confirmation`, { replacements: [] });
  await house.advanceTo("2027-01-02T03:10:00.000Z");
  await house.as("partyB2").post(`${RUN}/objections`, { text: "名单中第五名与本人积分不符，请核对十月的代班记录。" });
  await of("award-noticed");
  await of("award-objections", "objections");
}

/** Goes through every page of the console, with nothing in it and with what a few weeks bring. */
export async function consoleTour(phones: PhoneHouse, visit: Visit): Promise<void> {
  const { house } = phones;
  await giveNames(house);
  await beforehand(visit);
  await trainingAtDesk(phones, visit);
  await trainersAtDesk(phones, visit);
  const cast = await begin(house);
  await recruiting(visit, cast);
  await weather(phones, visit, "/console");
  await advice(phones, visit, "/console");
  await registers(phones, visit);
  await contacts(phones, visit);
  await theDay(phones, visit, cast);
  await afterwards(phones, visit, cast);
  await consoleDaysTour(phones, visit);
  await honours(phones, visit, cast);
}
