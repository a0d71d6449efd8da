import { award, claim } from "@yigong/core/certificate/certificate.builder.ts";
import { issue, revoke } from "@yigong/core/certificate/certificate.ts";
import { memberIdOf } from "../sample/person.ts";
import type { TestAlliance } from "../test-alliance.ts";

export const HOLDERS = ["王小明", "𰻝骉", "李雷", "<b>韩</b> & 梅", "赵敏"];

/** Five certificates of 2026, held by members 1 to 5, the third of them revoked. @returns their numbers */
export async function certified({ given, useCases }: TestAlliance): Promise<string[]> {
  const { certificates } = useCases;
  await given.members(1, 2, 3, 4, 5);
  const claims = HOLDERS.map((name, at) => claim(at + 1, { memberId: memberIdOf(at + 1), name }));
  const series = await certificates.draw(2026, (held) => issue(held, claims, award()));
  const by = { actorId: "mem_committee", role: "committee" };
  const revocation = { at: "2027-03-01T01:00:00.000Z", by, reason: "服务记录经查不实" };
  const [, , third] = series;
  if (!third) throw new TypeError("Nothing was issued");
  await certificates.change(third.number, (held) => ({ item: revoke(held, revocation) }));
  return series.map(({ number }) => number);
}
