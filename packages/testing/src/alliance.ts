import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Machine, openMachine } from "@yigong/local/machine.ts";
import { type Client, clientFor } from "./alliance/client.ts";
import { asWritten, type House, localTime } from "./alliance/house.ts";
import { organizing } from "./alliance/organizing.ts";
import { recording } from "./alliance/record.ts";
import { reading } from "./alliance/rows.ts";
import { serving } from "./alliance/serving.ts";
import { numberOf, rosterCsv, shiftsCsv, WHO, type Who, type Work } from "./sample/people.ts";
import { watchUses } from "./uses.ts";

export { Refused } from "./alliance/client.ts";
export type { Started } from "./alliance/house.ts";
export type { Who } from "./sample/people.ts";

/** Tuesday 1 September 2026, 09:00 in Shanghai. */
const FIRST_DAY = "2026-09-01T01:00:00.000Z";

/** Uploads a file, which must be sound, and applies it. */
async function importFile(client: Client, kind: "roster" | "shifts", csv: string): Promise<void> {
  const form = new FormData();
  form.append("kind", kind);
  form.append("file", new File([csv], `${kind}.csv`));
  const { id } = await client.send<{ id: string }>("/imports", form);
  await client.post(`/imports/${id}/apply`);
}

async function houseOf(machine: Machine): Promise<House> {
  const { members, units } = machine.app.useCases;
  const ids = new Map((await members.all()).map((member) => [member.employeeNumber, member.id as string]));
  const known = new Map<Who, string>(WHO.map((who) => [who, ids.get(numberOf(who)) ?? ""]));
  const names = new Map([...known].map(([who, id]) => [id, who]));
  const byName = new Map((await units.all()).map((unit) => [unit.name, unit.id as string]));
  const idOf = (who: Who) => known.get(who) ?? "";
  return {
    machine,
    idOf,
    as: (who) => clientFor(machine, idOf(who)),
    whoIs: (memberId) => (memberId === "system" ? "system" : (names.get(memberId) ?? "nobody")),
    unitId: (name) => byName.get(name) ?? "",
  };
}

export interface AllianceOptions {
  /** Where virtual time begins. */
  startAt?: string;
  /** A data directory of one's own, which stays when the machine is closed; one that was lived in has its roster. */
  dataDir?: string;
  env?: Record<string, string | undefined>;
  /** Where it is reached, for the links that it makes. */
  origin?: () => string;
  /** Whether people sign in by choosing a name, as on a machine for trying out. */
  trial?: boolean;
  /** Where copies are kept; without it none are made. */
  backups?: string;
  /** Whether messages keep quiet hours; elsewhere a story reads what was told at once. */
  quietHours?: boolean;
  /** Addresses of the office apps that show cards. */
  officeBases?: Parameters<typeof openMachine>[0]["officeBases"];
}

/**
 * Opens a whole machine in virtual time with a small roster: one a test file, with as many activities as it likes.
 *
 * Eleven volunteers in two branches; those whose names begin with `party` owe service, those with `free` do not, and
 * those with `cover` are party members who do not volunteer. Time only moves by `advanceTo`.
 */
export async function openAlliance(options: AllianceOptions = {}) {
  const {
    startAt = FIRST_DAY,
    dataDir: given,
    env = {},
    origin = () => "http://localhost:3000",
    trial = false,
    backups,
    quietHours = false,
    officeBases,
  } = options;
  const dataDir = given ?? mkdtempSync(join(tmpdir(), "yigong-alliance-"));
  const isNew = !existsSync(join(dataDir, "secrets.json"));
  const faults: string[] = [];
  const machine = await openMachine({
    dataDir,
    time: { kind: "virtual", startAt },
    origin,
    trial,
    backups,
    quietHours,
    officeBases,
    env: { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined, ...env },
    log: (line) => faults.push(line),
  });
  const uses = watchUses(machine.app, machine.web);
  if (isNew) await importFile(clientFor(machine, "setup"), "roster", rosterCsv());
  const house = await houseOf(machine);
  faults.length = 0;
  return {
    ...house,
    ...organizing(house),
    ...serving(house),
    ...recording(house),
    ...reading(house),
    /** What was reported as nobody's refusal: nothing, when all is well. */
    faults,
    /** Local time today or in some days, ISO-8601 UTC. */
    day: (days: number, time: string) => localTime(machine.now(), time, days),
    advanceTo: machine.advanceTo,
    /** Puts people on shift. */
    putShifts: (shifts: readonly (Omit<Work, "from" | "to"> & { from: string; to: string })[]) =>
      importFile(
        house.as("admin"),
        "shifts",
        shiftsCsv(shifts.map((work) => ({ ...work, from: asWritten(work.from), to: asWritten(work.to) }))),
      ),
    async close() {
      await machine.close();
      if (given === undefined) rmSync(dataDir, { recursive: true, force: true });
      uses.requireGranted();
    },
  };
}

export type Alliance = Awaited<ReturnType<typeof openAlliance>>;
