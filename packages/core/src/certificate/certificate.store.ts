import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { documents, type Item } from "../lib/documents.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Table, transact } from "../lib/table.ts";
import { certificateRefusal } from "./certificate.refusals.ts";
import * as Certificate from "./certificate.ts";
import type { Code } from "./code.ts";

/** Each round of drawing lets one run through, so this many may meet at the same moment. */
const ROUNDS = 20;
/** A transaction takes a hundred writes. */
const MOST_AT_ONCE = 100;
const NOBODY = "none";

/** Knows every certificate that was ever issued; none is deleted. */
export interface Certificates {
  /** @throws `certificate.missing` */
  get(number: Certificate.SerialNumber): Promise<Certificate.Info>;
  byCode(code: Code): Promise<Certificate.Info | undefined>;
  /** In the order of their numbers, revoked ones included. */
  ofYear(year: number, page: PageRequest): Promise<Page<Certificate.Info>>;
  /** Newest first, revoked ones included. */
  ofMember(memberId: string, page: PageRequest): Promise<Page<Certificate.Info>>;
  /**
   * Adds what `decide` makes of a year's series, all of it or nothing, and hands back the series after it.
   *
   * Two that draw at the same moment get one after the other's series: no number is drawn twice or left out.
   * @throws `store.busy`, whatever `decide` throws; RangeError for more than a hundred at once
   */
  draw(
    year: number,
    decide: (series: readonly Certificate.Info[]) => readonly Certificate.Issued[],
  ): Promise<readonly Certificate.Info[]>;
  /** @throws `certificate.missing`, `store.busy`, whatever `decide` throws */
  change(
    number: Certificate.SerialNumber,
    decide: (certificate: Certificate.Info) => { item: Certificate.Info; audit?: readonly Entry[] },
  ): Promise<Certificate.Info>;
  /** Takes a person out of all their certificates, whose numbers stay valid; safe to run twice. */
  eraseHolder(memberId: string, at: string): Promise<void>;
}

export const certificateDocuments = documents({
  entity: "certificate",
  schema: Certificate.Info,
  attributes: { year: "number", place: { digits: 6 }, code: "string", memberId: "string", version: "number" },
  key: { pk: "certificates#${year}", sk: "number#${place}" },
  indexes: {
    // A certificate whose holder was erased is nobody's.
    byMember: {
      on: "gsi1",
      when: ({ memberId }: Item) => memberId !== NOBODY,
      pk: "certificates#${memberId}",
      sk: "${year}#${place}",
    },
    byCode: { on: "gsi2", pk: "certificate#${code}", sk: "certificate" },
  },
  itemOf: ({ number, code, holder, version }) => ({
    ...keyOf(number),
    code,
    memberId: holder.kind === "named" ? holder.memberId : NOBODY,
    version,
  }),
  missing: ({ year, place }) => {
    const number = `${year}-${String(place).padStart(4, "0")}`;
    return certificateRefusal("certificate.missing", { number });
  },
});

const keyOf = (number: Certificate.SerialNumber) => ({
  year: Certificate.yearOf(number),
  place: Certificate.placeOf(number),
});

export function dynamoCertificates(table: Table): Certificates {
  const rows = certificateDocuments(table);

  const draw: Certificates["draw"] = (year, decide) =>
    untilSaved(async () => {
      const series = await rows.all("key", { year });
      const fresh = decide(series);
      if (fresh.length > MOST_AT_ONCE) throw new RangeError(`One draw takes at most ${MOST_AT_ONCE} certificates.`);
      const { ok } = await transact(table, fresh.map(rows.ops.create));
      return ok ? [...series, ...fresh] : CLASH;
    }, ROUNDS);

  const change: Certificates["change"] = (number, decide) =>
    rows.change(
      keyOf(number),
      (before) => {
        const { item, audit = [] } = decide(before);
        return { item: item === before ? before : rows.ops.next(before, item), audit };
      },
      ({ audit }) => auditOps(table, audit),
    );

  const ofMember: Certificates["ofMember"] = (memberId, page) =>
    rows.list("byMember", { memberId }, page, { order: "desc" });

  return {
    get: (number) => rows.get(keyOf(number)),
    draw,
    change,
    ofMember,
    async byCode(code) {
      const { items } = await rows.list("byCode", { code }, { limit: 1 });
      // The index lags: whether it stands is read from the row itself.
      return items[0] && rows.find(keyOf(items[0].number));
    },
    ofYear: (year, page) => rows.list("key", { year }, page),
    async eraseHolder(memberId, at) {
      let cursor: string | undefined;
      do {
        const page = await ofMember(memberId, { limit: 100, cursor });
        for (const { number } of page.items)
          await change(number, (certificate) => ({ item: Certificate.erase(certificate, at) }));
        cursor = page.cursor;
      } while (cursor);
    },
  };
}
