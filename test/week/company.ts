import { type Client, clientFor } from "@yigong/testing/alliance/client.ts";
import { localTime } from "@yigong/testing/alliance/house.ts";
import type { Alliance } from "@yigong/testing/alliance.ts";
import { rosterCsv } from "@yigong/testing/sample/people.ts";

/** How many of each kind there are beside the sample's twenty-six; two hundred and sixty in all. */
const KINDS = { dutiful: 16, free: 90, covering: 128 } as const;
export type Kind = keyof typeof KINDS;

/** Somebody who is made up. */
export interface Person {
  number: string;
  kind: Kind;
  branch: "一支部" | "二支部";
}

const POSTS = ["营业员", "话务员"] as const;

export const PEOPLE: readonly Person[] = Object.entries(KINDS)
  .flatMap(([kind, count]) => Array.from({ length: count }, () => kind as Kind))
  .map((kind, at) => ({ kind, number: String(1001 + at), branch: at % 2 === 0 ? "一支部" : "二支部" }));

const postOf = ({ number }: Person) => POSTS[Number(number) % 3 === 0 ? 1 : 0] ?? "营业员";

function rowOf(person: Person): string {
  const { number, kind, branch } = person;
  const department = branch === "一支部" ? "市场一部" : "市场二部";
  const joined = kind === "covering" ? "" : "2012-03-01";
  const politics = kind === "free" ? "群众" : "中共党员";
  return [number, `义工${number}`, politics, branch, department, postOf(person), "", joined, ""].join(",");
}

/** Everybody with a mobile number, so that nobody is reached by one channel alone. */
function csv(): string {
  const [header = "", ...rows] = [...rosterCsv().split("\n"), ...PEOPLE.map(rowOf)];
  return [`${header},手机`, ...rows.map((row, at) => `${row},1390000${String(at).padStart(4, "0")}`)].join("\n");
}

async function importFile(client: Client, kind: "roster" | "shifts", text: string): Promise<void> {
  const form = new FormData();
  form.append("kind", kind);
  form.append("file", new File([text], `${kind}.csv`));
  const { id } = await client.send<{ id: string }>("/imports", form);
  await client.post(`/imports/${id}/apply`);
}

const asWritten = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");

/** Takes on two hundred and thirty-four people more, some of them on shift on days from today. */
export async function employ(house: Alliance, atWork: readonly { number: string; days: number }[]) {
  await importFile(house.as("admin"), "roster", csv());
  const byNumber = new Map(PEOPLE.map((person) => [person.number, person]));
  const shifts = atWork.flatMap(({ number, days }) => {
    const person = byNumber.get(number);
    const at = (time: string) => asWritten(localTime(house.machine.now(), time, days));
    return person ? [[number, postOf(person), at("08:00"), at("16:00"), ""].join(",")] : [];
  });
  await importFile(house.as("admin"), "shifts", ["工号,岗位,开始,结束,可代岗位", ...shifts].join("\n"));
  const members = await house.machine.app.useCases.members.all();
  const ids = new Map(members.map((member) => [member.employeeNumber, member.id as string]));
  const numbers = new Map(members.map((member) => [member.id as string, member.employeeNumber]));
  const idOf = (number: string) => ids.get(number) ?? "";
  return {
    members,
    idOf,
    numberOf: (memberId: string) => numbers.get(memberId) ?? "",
    /** The API, as somebody. */
    as: (number: string) => clientFor(house.machine, idOf(number)),
  };
}

export type Company = Awaited<ReturnType<typeof employ>>;
