import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { serviceRefusal } from "./service.refusals.ts";
import * as Service from "./service.ts";

const ALL = "all";
/** After every day: what is solved or ended comes last. */
const NEVER = "9999";

/** What a change of a service writes together. */
export interface Decision extends Caused {
  item: Service.Info;
}

/** Knows the long-term services. */
export interface Services {
  /** @throws `service.missing` */
  get(serviceId: string): Promise<Service.Info>;
  /** Adds a service; one whose id is there already is handed back as it is. */
  begin(service: Service.Info, caused: Caused): Promise<Service.Info>;
  /** @throws `service.missing`, `store.busy`, whatever `decide` throws */
  change(serviceId: string, at: string, decide: (service: Service.Info) => Decision): Promise<Service.Info>;
  /** All, or those of an owner: whose visit is due first comes first. */
  list(page: PageRequest, ownerId?: string): Promise<Page<Service.Info>>;
}

export const serviceDocuments = documents({
  entity: "service",
  schema: Service.Info,
  attributes: { serviceId: "string", ownerId: "string", dueOn: "string", all: "string", version: "number" },
  key: { pk: "service#${serviceId}", sk: "detail" },
  indexes: {
    byDue: { on: "gsi1", pk: "services#${all}", sk: "${dueOn}#${serviceId}" },
    byOwner: { on: "gsi2", pk: "services#${ownerId}", sk: "${dueOn}#${serviceId}" },
  },
  itemOf: (service) => ({
    serviceId: service.id,
    ownerId: service.ownerId,
    dueOn: Service.dueOn(service) ?? NEVER,
    all: ALL,
    version: service.version,
  }),
  missing: () => serviceRefusal("service.missing"),
});

export function dynamoServices(table: Table): Services {
  const rows = serviceDocuments(table);
  return {
    get: (serviceId) => rows.get({ serviceId }),
    begin: (service, caused) => rows.add(service, causedOps(table, caused, service.createdAt)),
    change: (serviceId, at, decide) => rows.change({ serviceId }, decide, (decision) => causedOps(table, decision, at)),
    list: (page, ownerId) =>
      ownerId === undefined ? rows.list("byDue", { all: ALL }, page) : rows.list("byOwner", { ownerId }, page),
  };
}
