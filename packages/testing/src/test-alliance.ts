import { storesOf } from "@yigong/application/manifest/assemble.ts";
import { NOUNS } from "@yigong/application/nouns.ts";
import type { Files } from "@yigong/application/ports/files.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { useCases } from "@yigong/functions/composition/use-cases.ts";
import { documents } from "@yigong/functions/documents/documents.ts";
import { memoryFiles } from "./memory-files.ts";
import { recorded } from "./recorded-observe.ts";
import { given } from "./scenario/given.ts";
import { outcomes } from "./scenario/then.ts";
import { whenOn } from "./scenario/when.ts";
import { testTable } from "./store.ts";

/** The settings of the alliance of tests. */
export const SETTINGS = {
  name: "义工联盟",
  foundingYear: 2010,
  zone: "Asia/Shanghai",
  codeVersion: 1,
  servicePhone: "0576-8888 0000",
};

/** The keys of tests. */
export const SECRETS = {
  tokens: Buffer.from("a token secret of just 32 bytes!"),
  surveys: Buffer.from("a survey secret of just 32 bytes"),
  checkIns: new Uint8Array(32).fill(7),
};

export const ORIGIN = "https://yigong.example";

const storesOn = (table: Table) => storesOf(NOUNS, table, SETTINGS);
type Store = keyof ReturnType<typeof storesOn>;
type Options = Parameters<typeof testTable>[0] & {
  files?: Files;
  /** When each test begins. */
  startAt?: string;
};

/**
 * The alliance for tests of a few verbs: every store on an empty table of its own, the use cases and the API as they are
 * deployed, with a clock that a test sets, ids that count up and files in memory. Effects stay in the outbox.
 *
 * One a file: `clear` makes it as new for the next test. `openAlliance` is its elder sibling, in
 * which an activity runs through all its stages.
 */
export async function testAlliance({ files = memoryFiles(), startAt = Sample.RECRUITING, ...options }: Options = {}) {
  const store = await testTable(options);
  const clock = { at: startAt };
  const { observe, faults } = recorded();
  let ids = 0;
  const w = useCases({
    table: store.table,
    definition: "1",
    awardDefinition: "1",
    now: () => clock.at,
    newId: (prefix) => `${prefix}_${String(++ids).padStart(26, "0")}`,
    random: (digits) => String(++ids).padStart(digits, "0"),
    secrets: SECRETS,
    files,
    documents,
    settings: SETTINGS,
    origin: () => ORIGIN,
    wake: () => {},
    observe,
    report: observe.fault,
  });
  // Loaded by the first request: tests of use cases need no routes.
  const open = async () => (await import("@yigong/functions/composition/http.ts")).httpOf(w);
  let opened: ReturnType<typeof open> | undefined;
  const web = () => {
    opened ??= open();
    return opened;
  };
  /** Forgets what a process remembers of rows. */
  const restart = () => {
    for (const [name, fresh] of Object.entries(storesOn(store.table))) Object.assign(w[name as Store], fresh);
  };
  return {
    useCases: w,
    table: store.table,
    store,
    clock,
    files,
    /** What was reported as nobody's refusal. */
    faults,
    web,
    given: given(w, clock),
    when: whenOn({ web, secret: SECRETS.tokens, now: () => clock.at }),
    ...outcomes(w),
    restart,
    async clear() {
      restart();
      await store.clear();
      clock.at = startAt;
      ids = 0;
      faults.length = 0;
    },
    close: () => store.stop(),
  };
}

export type TestAlliance = Awaited<ReturnType<typeof testAlliance>>;
