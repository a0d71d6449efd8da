import { killAtRandom } from "./kill.ts";

const kills = Number(process.argv[2] ?? 1000);
const report = await killAtRandom({ kills, clients: 16 });
process.stdout.write(`${JSON.stringify(report, undefined, 1)}\n`);
process.exitCode = report.lost.length + report.doubled.length > 0 ? 1 : 0;
