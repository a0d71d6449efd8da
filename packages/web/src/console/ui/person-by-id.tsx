import type { Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { Person } from "./person.tsx";

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /members/{id}": Member;
  }
}

/** Somebody whom an answer names by id only; who is not on the roster, such as the machine itself, has a dash. */
export function PersonById({ memberId }: { memberId: string }) {
  const isPerson = memberId.startsWith("mem_");
  const { data, error } = useReading(
    "GET /members/{id}",
    { path: { id: memberId } },
    { live: false, enabled: isPerson },
  );
  if (!isPerson || error) return <span className="quiet">–</span>;
  if (!data) return <span className="quiet">…</span>;
  return <Person memberId={memberId} name={data.name} employeeNumber={data.employeeNumber} />;
}
