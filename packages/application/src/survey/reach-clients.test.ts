import { ASKING, surveying } from "@yigong/testing/scenario/surveying.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: ASKING });
const { when, given } = alliance;
let ask: ReturnType<typeof surveying>;
beforeEach(async () => {
  await alliance.clear();
  await given.members("service", "organizer", 1);
  ask = surveying(alliance);
});
afterAll(() => alliance.close());

const contact = async (more: object = {}) =>
  (
    await when("service").post("/contacts", {
      ...{ kind: "person", name: "周阿姨", mobile: "13800138001", source: { from: "visit" } },
      ...more,
    })
  ).body.id as string;
const CHILD = {
  name: "小明",
  mobile: undefined,
  bornOn: "2014-05-01",
  guardian: { name: "明妈", mobile: "13900139009" },
};
const list = (id: string, said: object) => when("organizer").post(`/activities/${id}/served`, said);
const openWith = async (said: object) => {
  const made = await ask.activity([]);
  const added = await list(made.id, said);
  await alliance.useCases.surveys.open(made, { at: alliance.clock.at, closesAt: "2026-09-20T10:00:00.000Z" });
  return { id: made.id as string, added: added.body };
};
const sentTo = async (id: string) => {
  ask.messages.clear();
  await ask.sendAll(id, 1);
  return [...ask.messages.values()].map(({ addresses, template }) => [addresses.mobile ?? addresses.email, template]);
};
const servedOf = async (id: string) => (await when("organizer").get(`/activities/${id}/served`)).body.items;

describe("a served list that names contacts", () => {
  it("holds no copy: a correction counts for the next message, whichever list names the contact", async () => {
    const contactId = await contact();
    const { id } = await openWith({ contactIds: [contactId] });
    await when("service").patch(`/contacts/${contactId}`, { version: 0, mobile: "13700137001" });

    expect(await sentTo(id)).toEqual([["13700137001", "survey.invitation"]]);
    expect(await servedOf(id)).toMatchObject([{ name: "周阿姨", mobile: "137****7001", contactId }]);
  });

  it("asks the guardian of a minor", async () => {
    const { id } = await openWith({ contactIds: [await contact(CHILD)] });

    expect(await sentTo(id)).toEqual([["13900139009", "survey.guardianInvitation"]]);
    expect(await servedOf(id)).toMatchObject([{ name: "小明", mobile: "139****9009", isGuardian: true }]);
  });

  it.each([
    [
      "wants no contact",
      (id: string) => when("service").put(`/contacts/${id}/do-not-contact`, { wanted: true, why: "来电要求" }),
      "doNotContact",
    ],
    [
      "withdrew consent",
      (id: string) =>
        when("service").post(`/contacts/${id}/consents`, { purpose: "survey", state: "withdrawn", how: "spoken" }),
      "withdrawn",
    ],
    ["was removed", (id: string) => when("service").post(`/contacts/${id}/removal`, { cause: "asked" }), "removed"],
  ] as const)("sends nothing to who %s after the list was made", async (_, act, bar) => {
    const contactId = await contact();
    const { id } = await openWith({ contactIds: [contactId], clients: [{ mobile: "13600136001" }] });
    await act(contactId);

    expect(await sentTo(id)).toEqual([["13600136001", "survey.invitation"]]);
    expect((await servedOf(id))[1]).toMatchObject({ bar });
    expect((await when("service").post(`/activities/${id}/served/cli_0002/contact`)).body.code).toBe("contact.barred");
    expect((await when("organizer").get(`/activities/${id}/survey`)).body.counts).toMatchObject({ issued: 1 });
  });

  it("lists a contact once, and only one that is there", async () => {
    const contactId = await contact();
    const { added, id } = await openWith({ contactIds: [contactId, contactId] });
    const nobody = `con_${"0".repeat(26)}`;

    expect(added).toEqual({ added: 1, duplicates: 1, total: 1 });
    expect((await list((await ask.activity([])).id, { contactIds: [nobody] })).body.code).toBe("contact.missing");
    expect((await list(id, {})).body.code).toBe("input.invalid");
  });
});

describe("a served list that was typed", () => {
  it("leaves alone whose number is that of a contact, or of somebody removed, who wants no contact", async () => {
    const barred = await contact();
    const gone = await contact({ mobile: "13500135001" });
    await when("service").put(`/contacts/${barred}/do-not-contact`, { wanted: true, why: "来电要求" });
    await when("service").post(`/contacts/${gone}/removal`, { cause: "asked", neverAgain: true });
    const typed = ["13800138001", "13500135001", "13600136001"].map((mobile) => ({ mobile }));
    const { id } = await openWith({ clients: typed });

    expect(await sentTo(id)).toEqual([["13600136001", "survey.invitation"]]);
  });

  it("is put right or emptied on request, also while the survey is open; ids and answers stay", async () => {
    const { id } = await openWith({ clients: [{ mobile: "13600136001" }, { mobile: "13600136002" }] });
    const one = `/activities/${id}/served/cli_0001`;
    await when("service").post(`/activities/${id}/survey/phone-answers`, {
      clientId: "cli_0001",
      answer: { satisfaction: 5 },
    });
    await when("organizer").delete(one);
    await when("organizer").patch(`/activities/${id}/served/cli_0002`, { name: "李大爷", mobile: "13600136003" });

    expect(await servedOf(id)).toMatchObject([
      { clientId: "cli_0001", bar: "removed", answered: true },
      { clientId: "cli_0002", name: "李大爷", mobile: "136****6003", answered: false },
    ]);
    expect(await sentTo(id)).toEqual([["13600136003", "survey.invitation"]]);
    expect((await when("organizer").patch(one, { mobile: "13600136009" })).body.code).toBe("survey.client_missing");
    expect((await when("organizer").delete(one)).status).toBe(200);
    expect((await when(1).delete(one)).body.code).toBe("permission.denied");
  });

  it("is corrected on the contact's page where it names a contact", async () => {
    const { id } = await openWith({ contactIds: [await contact()] });
    const refused = await when("organizer").patch(`/activities/${id}/served/cli_0001`, { mobile: "13600136009" });

    expect(refused.body.code).toBe("survey.client_is_contact");
  });
});
