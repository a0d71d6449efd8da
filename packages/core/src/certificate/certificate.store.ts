import { Entity } from "electrodb";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { changeItem } from "../lib/change.ts";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { perTable } from "../lib/per-table.ts";
import { put, type Table, transact } from "../lib/table.ts";
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
   * @throws `certificate.busy`, whatever `decide` throws; RangeError for more than a hundred at once
   */
  draw(
    year: number,
    decide: (series: readonly Certificate.Info[]) => readonly Certificate.Issued[],
  ): Promise<readonly Certificate.Info[]>;
  /** @throws `certificate.missing`, `certificate.busy`, whatever `decide` throws */
  change(
    number: Certificate.SerialNumber,
    decide: (certificate: Certificate.Info) => { item: Certificate.Info; audit?: readonly Entry[] },
  ): Promise<Certificate.Info>;
  /** Takes a person out of all their certificates, whose numbers stay valid; safe to run twice. */
  eraseHolder(memberId: string, at: string): Promise<void>;
}

const certificateEntity = perTable(
  ({ client, alliance }) =>
    new Entity(
      {
        model: { service: "yigong", entity: "certificate", version: "1" },
        attributes: {
          year: { type: "number", required: true },
          place: { type: "number", required: true, padding: { length: 6, char: "0" } },
          code: { type: "string", required: true },
          memberId: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byNumber: {
            pk: { field: "pk", composite: ["year"], template: "certificates#${year}" },
            sk: { field: "sk", composite: ["place"], template: "number#${place}" },
          },
          // A certificate whose holder was erased is nobody's.
          byMember: {
            index: "gsi1",
            condition: ({ memberId }) => memberId !== NOBODY,
            pk: { field: "gsi1pk", composite: ["memberId"], template: "certificates#${memberId}" },
            sk: { field: "gsi1sk", composite: ["year", "place"], template: "${year}#${place}" },
          },
          byCode: {
            index: "gsi2",
            pk: { field: "gsi2pk", composite: ["code"], template: "certificate#${code}" },
            sk: { field: "gsi2sk", composite: [], template: "certificate" },
          },
        },
      },
      { client, table: alliance },
    ),
);

const rowOf = (certificate: Certificate.Info) => {
  const { number, code, holder, version } = certificate;
  const memberId = holder.kind === "named" ? holder.memberId : NOBODY;
  const key = { year: Certificate.yearOf(number), place: Certificate.placeOf(number) };
  return { ...key, code: code as string, memberId, version, row: certificate };
};

interface Found {
  data: { row?: unknown }[];
  cursor: string | null;
}
const pageOf = ({ data, cursor }: Found): Page<Certificate.Info> => ({
  items: data.map(({ row }) => Certificate.Info.parse(row)),
  cursor: cursor ?? undefined,
});

export function dynamoCertificates(table: Table): Certificates {
  const rows = certificateEntity(table);

  async function find(year: number, place: number): Promise<Certificate.Info | undefined> {
    const { data } = await rows.get({ year, place }).go({ consistent: true });
    return data ? Certificate.Info.parse(data.row) : undefined;
  }

  async function get(number: Certificate.SerialNumber) {
    const found = await find(Certificate.yearOf(number), Certificate.placeOf(number));
    if (!found) throw new Refusal("missing", "certificate.missing", `There is no certificate ${number}.`);
    return found;
  }

  async function seriesOf(year: number): Promise<Certificate.Info[]> {
    const query = rows.query.byNumber({ year });
    const { data } = await query.go({ limit: 500, pages: "all", consistent: true });
    return data.map(({ row }) => Certificate.Info.parse(row));
  }

  const draw: Certificates["draw"] = async (year, decide) => {
    for (let round = 0; round < ROUNDS; round++) {
      const series = await seriesOf(year);
      const fresh = decide(series);
      if (fresh.length > MOST_AT_ONCE) throw new RangeError(`One draw takes at most ${MOST_AT_ONCE} certificates.`);
      const writes = fresh.map((certificate) => put(rows.create(rowOf(certificate)).params()));
      if ((await transact(table, writes)).ok) return [...series, ...fresh];
    }
    throw busy();
  };

  const change: Certificates["change"] = (number, decide) =>
    changeItem({
      load: () => get(number),
      decide: (before: Certificate.Info) => nextVersion(before, decide(before)),
      save: async (before, { item, audit = [] }) => {
        const kept = rows.put(rowOf(item)).where(({ version }, { eq }) => eq(version, before.version));
        return (await transact(table, [put(kept.params()), ...auditOps(table, audit)])).ok;
      },
      busy: "certificate.busy",
    });

  const ofMember: Certificates["ofMember"] = async (memberId, { limit, cursor }) => {
    const query = rows.query.byMember({ memberId });
    return pageOf(await fromCursor(query.go({ limit, cursor: cursor ?? null, order: "desc" })));
  };

  return {
    get,
    draw,
    change,
    ofMember,
    async byCode(code) {
      const { data } = await rows.query.byCode({ code }).go({ limit: 1 });
      const [key] = data;
      // The index lags: whether it stands is read from the row itself.
      return key && find(key.year, key.place);
    },
    async ofYear(year, { limit, cursor }) {
      const query = rows.query.byNumber({ year });
      return pageOf(await fromCursor(query.go({ limit, cursor: cursor ?? null, consistent: true })));
    },
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

const nextVersion = <Decision extends { item: Certificate.Info }>(before: Certificate.Info, decision: Decision) =>
  decision.item === before ? decision : { ...decision, item: { ...decision.item, version: before.version + 1 } };

const busy = () =>
  new Refusal("unavailable", "certificate.busy", "Others kept drawing numbers of this year. Try again.");
