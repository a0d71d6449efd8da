import { type Bill, billOf, monthly, timesOf } from "./bill.ts";
import { STORE_CALL_MS } from "./invocations.ts";
import { lifeOf, type Run } from "./life.ts";
import { MEMORY_MB, PRICES, SLOWER } from "./prices.ts";
import type { Size } from "./roster.ts";

/** Activities of the alliance without a proposal; `mostUsd` is what one life may cost at most. */
const SIZES: readonly (Size & { mostUsd?: number; floorUsd?: number })[] = [
  { participants: 20, clients: 20, proposal: false },
  { participants: 50, clients: 100, proposal: false, mostUsd: 0.002, floorUsd: 0.0012 },
  { participants: 1_500, clients: 5_000, proposal: false, mostUsd: 0.05, floorUsd: 0.034 },
];

const NOTES = [
  "Half of the clients answer (three of ten the first link, two the reminder), each by a GET of the form and a POST. Every stage ends as in life.",
  "What people do is a request each: the activity's page before signing up or asking for leave, signing up, leave and its decision, covers looked at and answered, check-in and check-out, happiness; the check-in codes of two minutes at a time for half an hour; lists, uploads, diary, archive, results. Pages are static files and not counted, and those on which somebody only says something (check-out, happiness) load nothing else.",
  "Each request is over, with all that it causes, before the next begins, so that each wake is a run of the outbox of its own.",
  `Milliseconds are made up of the processor time that the handlers took here, ${SLOWER.toFixed(2)} times as long, since ${MEMORY_MB} MB get no more of a processor, and of ${STORE_CALL_MS} ms for each request to DynamoDB, those side by side where they went side by side. That is more than they take on this machine when it does nothing else.`,
  "What a process keeps for a minute is read once, since those who answer do so at the same instant here: the settings on survey pages, and who has answered while links go out. Half a unit for each page that is alone in its minute comes on top.",
  "Cold starts: 600 ms for each entry of a stage and for one request in a hundred; 150 ms for one survey page in a hundred.",
  "Left out: SMS and mail, data transfer, logs, storage, writes that fail a condition (the store tells no units for them), sign-in, and what costs the same without any activity: the sweep and the jobs, told apart as a month.",
];

const json = process.argv.includes("--json");
const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);
const usd = (amount: number): string => `$${amount.toFixed(6)}`;

interface Result extends Bill {
  size: Size;
  mostUsd?: number | undefined;
  floorUsd?: number | undefined;
  isWithin: boolean;
  run: Run;
  functions: ReturnType<typeof timesOf>;
}

function tell({ size, lines, functions, mostUsd, floorUsd, run, ...bill }: Result): void {
  const bound = mostUsd === undefined ? "" : `, at most ${usd(mostUsd)}, floor ${usd(floorUsd ?? 0)}`;
  say(`\n${size.participants} participants, ${size.clients} clients: ${usd(bill.usd)}${bound}`);
  for (const { item, count, usd: amount } of lines)
    say(`  ${item.padEnd(28)}${String(Math.round(count)).padStart(9)}  ${usd(amount)}`);
  for (const { name, count, hereMs, billedMs } of functions)
    say(`  ${name}: ${count} times, ${Math.round(hereMs)} ms here, ${Math.round(billedMs)} ms billed`);
  const stages = Object.entries(run.byStage).map(
    ([stage, { writeUnits, readUnits }]) => `${stage} ${Math.round(writeUnits)}/${Math.round(readUnits)}`,
  );
  say(`  by stage (writes/reads): ${stages.join(", ")}`);
  for (const kind of ["writeUnits", "readUnits"] as const) {
    const largest = Object.entries(run.byRow[kind]).sort(([, a], [, b]) => b - a);
    say(
      `  ${kind} by row: ${largest
        .slice(0, 16)
        .map(([row, count]) => `${row} ${count}`)
        .join(", ")}`,
    );
  }
}

const wanted = process.argv.slice(2).flatMap((text) => (/^\d+$/.test(text) ? [Number(text)] : []));
const results: Result[] = [];
for (const { mostUsd, floorUsd, ...size } of SIZES) {
  if (wanted.length > 0 && !wanted.includes(size.participants)) continue;
  const run = await lifeOf(size, (text) => void process.stderr.write(`${text}\n`), 1);
  const bill = billOf(run);
  const isWithin = mostUsd === undefined || bill.usd <= mostUsd;
  const result = { size, ...bill, mostUsd, floorUsd, isWithin, run, functions: timesOf(run) };
  results.push(result);
  tell(result);
}
const month = results[0] && monthly(results[0].run.idle);
if (month) {
  say(`\nA month without any activity: ${usd(month.usd)}`);
  for (const { item, count, usd: amount } of month.lines)
    say(`  ${item.padEnd(28)}${String(Math.round(count)).padStart(9)}  ${usd(amount)}`);
}
say(`\n${NOTES.join("\n")}`);
if (json) process.stdout.write(`${JSON.stringify({ prices: PRICES, results, month, notes: NOTES })}\n`);
const over = results.filter(({ isWithin }) => !isWithin);
for (const { size, mostUsd, usd: cost } of over)
  say(`${size.participants} participants cost ${usd(cost)}, more than ${usd(mostUsd ?? 0)}.`);
process.exitCode = over.length > 0 ? 1 : 0;
