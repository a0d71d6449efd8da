import "./links.ts";
import "./defaults.ts";
import "./api.ts";
import "./schedules.ts";
import "./alarms.ts";
import "./dashboard.ts";
import "./budget.ts";
import { files } from "./files.ts";
import { domainTarget, origin } from "./gateway.ts";
import { alliance, ledger } from "./storage.ts";

export const outputs = { origin, domainTarget, alliance: alliance.name, ledger: ledger.name, files: files.name };
