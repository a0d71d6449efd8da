import { type Award, type Claim, OUTSTANDING_VOLUNTEER } from "./certificate.ts";
import { Code } from "./code.ts";

/** An award of 2026, decided at nine in the morning of 31 January 2027 in Shanghai. */
export const award = (more: Partial<Award> = {}): Award => ({
  runId: "run_1",
  year: 2026,
  alliance: "台州义工联盟",
  committee: "公司党委",
  at: "2027-01-31T01:00:00.000Z",
  today: "2027-01-31",
  ...more,
});

/** A claim of a member, with a code that tells run and member apart. */
export const claim = (member: number, { run = 1, ...more }: Partial<Claim> & { run?: number } = {}): Claim => ({
  memberId: `mem_${member}`,
  name: `义工${member}`,
  honour: OUTSTANDING_VOLUNTEER,
  code: Code.parse(`${run}`.padStart(8, "0") + `${member}`.padStart(8, "0")),
  ...more,
});
