import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CardApp } from "@yigong/application/ports/cards.ts";
import { afterAll, expect, it } from "vitest";
import { openSentJournal, pruneJournal, sentSince } from "./sent-journal.ts";

const root = mkdtempSync(join(tmpdir(), "yigong-journal-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A message's id: its instant, then what it is about. */
const idOf = (instant: string, about: string) => `msg_${instant.padEnd(10, "0")}${about.padEnd(16, "0")}`.slice(0, 30);
let clock = "2026-10-05T01:00:00.000Z";

function house(name: string, before: ReadonlySet<string> = new Set()) {
  const sent: string[] = [];
  const faults: string[] = [];
  const directory = join(root, name);
  const journal = openSentJournal({ directory, before, now: () => clock, report: (what) => faults.push(what) });
  const { sms, board } = journal.kept({
    sms: {
      send: async ({ key }) => {
        if (key === "refused") throw new Error("refused");
        sent.push(key);
      },
    },
    board: { post: async ({ key }) => void sent.push(key) },
  });
  const [app] = journal.keptCards<CardApp>([
    { provider: "wecom", send: async ({ key }) => `${sent.push(key)}`, turn: async () => undefined },
  ]);
  const button = { label: "yes", pass: "p" };
  const face = { reference: "r", account: "a", title: "t", body: "b", open: { label: "open", url: "u" } };
  const card = (key: string) => app?.send({ key, ...face, yes: button, no: button });
  const send = (key: string) => sms?.send({ key, to: "13700000001", subject: "s", body: "b" });
  return {
    directory,
    sent,
    faults,
    send,
    card,
    post: (key: string) => board?.post({ key, title: "t", paragraphs: [] }),
  };
}

it("lets nothing out again that went out before, also when its cause falls due at another instant", async () => {
  const old = house("once");
  await old.send(idOf("1", "about1"));
  await old.post("ann_1");
  const young = house("next", new Set(await sentSince(old.directory, clock)));
  await young.send(idOf("2", "about1"));
  await young.post("ann_1");
  await young.send(idOf("2", "about2"));

  expect(old.sent).toEqual([idOf("1", "about1"), "ann_1"]);
  expect(young.sent).toEqual([idOf("2", "about2")]);
});

it("lets no card out again that went out before, as a card or as a message", async () => {
  const old = house("cards");
  await old.card(idOf("1", "about1"));
  await old.send(idOf("1", "about2"));
  const young = house("cards-next", new Set(await sentSince(old.directory, clock)));
  for (const about of ["about1", "about2", "about3"]) await young.card(idOf("2", about));

  expect(young.sent).toEqual([idOf("2", "about3")]);
});

it("lets out again what its channel had not taken", async () => {
  const old = house("failed");
  await expect(old.send("refused")).rejects.toThrow("refused");

  expect(await sentSince(old.directory, clock)).toBeUndefined();
});

it("leaves nobody without a message because it cannot be noted", async () => {
  const full = house("full");
  writeFileSync(full.directory, "no folder");
  await full.send("one");

  expect(full.sent).toEqual(["one"]);
  expect(full.faults).toEqual(["sent journal"]);
});

it("gives the marks of the day before a copy and after, and forgets those that no copy needs", async () => {
  const old = house("days");
  for (const day of ["03", "04", "05", "06"]) {
    clock = `2026-10-${day}T01:00:00.000Z`;
    await old.send(`on ${day}`);
  }
  await pruneJournal(old.directory, "2026-10-05T10:00:00.000Z");

  expect(await sentSince(old.directory, "2026-10-06T10:00:00.000Z")).toHaveLength(2);
  expect(await sentSince(old.directory, "2026-10-01T10:00:00.000Z")).toHaveLength(3);
});
