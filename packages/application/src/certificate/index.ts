import { dynamoCertificates } from "@yigong/core/certificate/certificate.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { whenUsed } from "../lib/when-used.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { sealOf } from "./certificate-seal.ts";
import { unprintableNames } from "./find-unprintable-names.ts";
import { type IssueDeps, issueCertificates } from "./issue-certificates.ts";

type CertificateDeps = Omit<IssueDeps, "seal"> & { secrets: { readonly surveys: Uint8Array } };

export const certificate = {
  name: "certificate",
  stores: (table: Table) => ({ certificates: dynamoCertificates(table) }),
  offers: (deps: CertificateDeps) => ({
    issueCertificates: issueCertificates({ ...deps, seal: whenUsed(() => sealOf(deps.secrets.surveys)) }),
    unprintableNames: unprintableNames(deps),
  }),
} as const satisfies Manifest;
