import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, endOf, startOf } from "@yigong/core/activity/activity.ts";
import type { Contacts } from "@yigong/core/contact/contact.store.ts";
import type { Info as Contact, Standing } from "@yigong/core/contact/contact.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import {
  type Info as Lifecycle,
  outcomeOf,
  type Stage,
  type Status,
  stageOf,
} from "@yigong/core/lifecycle/lifecycle.ts";
import { Listed } from "@yigong/core/member/listed.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { Reading } from "@yigong/core/search/reading.ts";
import { type Entries, keepBook } from "./keep-book.ts";
import { type ReadAloud, readingAloud } from "./read-aloud.ts";

export interface BookDeps {
  members: Pick<Members, "fold" | "getMany" | "journal">;
  activities: Pick<Activities, "startingBetween" | "getMany">;
  lifecycles: Pick<Lifecycles, "get" | "getMany" | "journal">;
  units: Pick<Units, "all" | "journal">;
  contacts: Pick<Contacts, "parts" | "getMany" | "journal">;
  now: () => string;
  /** From which age on a book is waited for; see `keepBook`. */
  staleSeconds?: number | undefined;
}

interface Read {
  reading: Reading;
}
/** Somebody on the roster, as lists are made of them. */
export type Person = Listed & Read;
/** An activity, as lists are made of them. */
export interface ListedActivity
  extends Read,
    Pick<Activity, "id" | "title" | "origin" | "organizerId" | "branchId" | "campaignId"> {
  startsAt: string;
  endsAt: string;
  archiveDueAt: string;
  archiveFiledAt?: string | undefined;
  status: Status;
  stage: Stage;
}
export type Unit = UnitInfo & Read;
/** A contact, as lists are made of them. */
export interface ListedContact extends Read, Pick<Standing, "id" | "kind" | "name" | "mobile" | "email" | "bornOn"> {
  barred: boolean;
}

/** What is kept in memory of people, activities and units; see `keepBook`. */
export interface Books {
  people(): Promise<Entries<Person>>;
  activities(): Promise<Entries<ListedActivity>>;
  units(): Promise<Entries<Unit>>;
  contacts(): Promise<Entries<ListedContact>>;
}

/** Opens the books of a process; each is read when it is first asked for. */
export function searchBooks(deps: BookDeps): Books {
  const dictionary = readingAloud;
  return {
    people: keepBook(peopleSource(deps, dictionary), deps),
    activities: keepBook(activitySource(deps, dictionary), deps),
    units: keepBook(unitSource(deps, dictionary), deps),
    contacts: keepBook(contactSource(deps, dictionary), deps),
  };
}

/** Opens all of them now, so that nobody waits for the first page; whoever asks meets what fails here. */
export const openBooks = async (books: Books): Promise<void> =>
  void (await Promise.allSettled([books.people(), books.activities(), books.units()]));

type Dictionary = () => Promise<ReadAloud>;

function peopleSource({ members }: BookDeps, dictionary: Dictionary) {
  const entryOf = (member: Listed, before: Entries<Person>, aloud: ReadAloud): Person => {
    const known = before.get(member.id);
    const reading = known?.name === member.name ? known.reading : aloud(member.name, "name");
    return { ...Listed.parse(member), reading };
  };
  return {
    journal: () => members.journal,
    async readAll(before: Entries<Person>) {
      const aloud = await dictionary();
      const begin = () => new Map<string, Person>();
      return members.fold(begin, (all, member) => all.set(member.id, entryOf(member, before, aloud)), Listed);
    },
    async readSome(ids: readonly string[], before: Entries<Person>) {
      const aloud = await dictionary();
      return new Map((await members.getMany(ids)).map((one) => [one.id as string, entryOf(one, before, aloud)]));
    },
  };
}

const PAGE = 200;

function activitySource({ activities, lifecycles }: BookDeps, dictionary: Dictionary) {
  const entriesOf = (
    found: readonly Activity[],
    stands: ReadonlyMap<string, Lifecycle>,
    { before, aloud }: { before: Entries<ListedActivity>; aloud: ReadAloud },
  ) =>
    found.flatMap((activity): [string, ListedActivity][] => {
      const { id, title, origin, organizerId, branchId, campaignId } = activity;
      const [lifecycle, known] = [stands.get(id), before.get(id)];
      if (!lifecycle) return [];
      const reading = known?.title === title ? known.reading : aloud(title, "title");
      const stand = { status: lifecycle.status, stage: stageOf(lifecycle), archiveDueAt: lifecycle.archiveDueAt };
      const archiveFiledAt = outcomeOf(lifecycle, "Archive")?.at;
      const when = { startsAt: startOf(activity), endsAt: endOf(activity), archiveFiledAt };
      return [[id, { id, title, origin, organizerId, branchId, campaignId, ...when, ...stand, reading }]];
    });
  return {
    journal: () => lifecycles.journal,
    async readAll(before: Entries<ListedActivity>) {
      const making = { before, aloud: await dictionary() };
      const all = new Map<string, ListedActivity>();
      let cursor: string | undefined;
      do {
        const page = await activities.startingBetween({ from: "0", to: "9999" }, { limit: PAGE, cursor });
        const stands = await lifecycles.getMany(page.items.map(({ id }) => id));
        for (const [id, entry] of entriesOf(page.items, stands, making)) all.set(id, entry);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return all;
    },
    async readSome(ids: readonly string[], before: Entries<ListedActivity>) {
      const making = { before, aloud: await dictionary() };
      const found = await activities.getMany(ids);
      const stands = await Promise.all(found.map(({ id }) => lifecycles.get(id)));
      return new Map(entriesOf(found, new Map(stands.map((one) => [one.activityId, one])), making));
    },
  };
}

function unitSource({ units }: BookDeps, dictionary: Dictionary) {
  const readAll = async (before: Entries<Unit>) => {
    const aloud = await dictionary();
    return new Map(
      (await units.all()).map((unit): [string, Unit] => {
        const known = before.get(unit.id);
        return [unit.id, { ...unit, reading: known?.name === unit.name ? known.reading : aloud(unit.name, "title") }];
      }),
    );
  };
  return {
    journal: () => units.journal,
    readAll,
    // They are in one partition, so that reading one costs as much as reading all.
    readSome: async (ids: readonly string[], before: Entries<Unit>) => {
      const all = await readAll(before);
      return new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) as Unit] as const] : [])));
    },
  };
}

function contactSource({ contacts }: BookDeps, dictionary: Dictionary) {
  type Making = { before: Entries<ListedContact>; aloud: ReadAloud };
  const entriesOf = (found: readonly Contact[], { before, aloud }: Making) =>
    found.flatMap((contact): [string, ListedContact][] => {
      if (contact.status === "removed") return [];
      const { id, kind, name, mobile, email, bornOn, doNotContact } = contact;
      const known = before.get(id);
      const reading = known?.name === name ? known.reading : aloud(name, kind === "person" ? "name" : "title");
      return [[id, { id, kind, name, mobile, email, bornOn, barred: doNotContact !== undefined, reading }]];
    });
  return {
    journal: () => contacts.journal,
    async readAll(before: Entries<ListedContact>) {
      const making = { before, aloud: await dictionary() };
      const all = new Map<string, ListedContact>();
      for await (const part of contacts.parts()) for (const [id, entry] of entriesOf(part, making)) all.set(id, entry);
      return all;
    },
    async readSome(ids: readonly string[], before: Entries<ListedContact>) {
      return new Map(entriesOf(await contacts.getMany(ids), { before, aloud: await dictionary() }));
    },
  };
}
