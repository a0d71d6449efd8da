import { award, claim } from "@yigong/core/certificate/certificate.builder.ts";
import { dynamoCertificates } from "@yigong/core/certificate/certificate.store.ts";
import { type Info, issue, revoke } from "@yigong/core/certificate/certificate.ts";
import { testTable } from "./store.ts";

/** Five certificates of 2026 on the real store: held by mem_1 to mem_5, the third of them revoked. */
export async function certificateWorld() {
  const store = await testTable();
  const certificates = dynamoCertificates(store.table);
  const names = ["王小明", "𰻝骉", "李雷", "<b>韩</b> & 梅", "赵敏"];
  const claims = names.map((name, at) => claim(at + 1, { name }));
  const series = await certificates.draw(2026, (held) => issue(held, claims, award()));
  const [first, , third] = series;
  if (!first || !third) throw new TypeError("Nothing was issued");
  const by = { actorId: "mem_committee", role: "committee" };
  const revocation = { at: "2027-03-01T01:00:00.000Z", by, reason: "服务记录经查不实" };
  const revoked: Info = await certificates.change(third.number, (held) => ({ item: revoke(held, revocation) }));
  return { store, certificates, series, first, revoked };
}
