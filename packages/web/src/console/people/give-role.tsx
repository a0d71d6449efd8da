import type { Grant, Role, Scope } from "@yigong/core/permission/role.ts";
import { ROLES } from "@yigong/core/permission/roles.ts";
import { Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { InstantField } from "../ui/instant-field.tsx";
import { PersonSelect } from "../ui/person-select.tsx";
import { useUnits } from "../units/use-units.ts";
import { peopleWords } from "./people.words.ts";
import { useRoleText } from "./role-text.ts";

const KINDS = ["all", "branch", "team"] as const;
type Kind = (typeof KINDS)[number];
/** Where a role is usually held; it can be chosen otherwise. */
const USUAL: Readonly<Partial<Record<Role, Kind>>> = { branchSecretary: "branch", teamLead: "team" };

/** Gives a role: which, where, and for how long. */
export function GiveRole({ member: { id, name } }: { member: Member }) {
  const say = useWords(peopleWords);
  const word = useDomainWords();
  const units = useUnits();
  const [role, setRole] = useState<Role>();
  const [kind, setKind] = useState<Kind>("all");
  const [unitId, setUnit] = useState<string>();
  const [from, setFrom] = useState<string>();
  const [until, setUntil] = useState<string>();
  const scope = kind === "all" ? { kind } : { kind, unitId };
  const fields = (
    <>
      <Field label={say("roles.role")}>
        {(field) => (
          <Select
            id={field}
            className="wide"
            value={role ?? null}
            options={ROLES.map((value) => ({ value, label: word(`role.${value}`) }))}
            onChange={(value: Role | null) => {
              setRole(value ?? undefined);
              setKind((value && USUAL[value]) ?? "all");
              setUnit(undefined);
            }}
          />
        )}
      </Field>
      <Field label={say("roles.scope")}>
        {(field) => (
          <Select
            id={field}
            className="wide"
            value={kind}
            options={KINDS.map((value) => ({
              value,
              label: value === "all" ? say("roles.scope.all") : word(`unit.kind.${value}`),
            }))}
            onChange={(value) => {
              setKind(value);
              setUnit(undefined);
            }}
          />
        )}
      </Field>
      {kind !== "all" && (
        <Field label={say("roles.unit")}>
          {(field) => (
            <Select
              id={field}
              className="wide"
              showSearch={{ optionFilterProp: "label" }}
              value={unitId ?? null}
              options={units.of(kind)}
              onChange={(value: string | null) => setUnit(value ?? undefined)}
            />
          )}
        </Field>
      )}
      <Field label={say("roles.from")}>{(field) => <InstantField id={field} value={from} onChange={setFrom} />}</Field>
      <Field label={say("roles.until")}>
        {(field) => <InstantField id={field} value={until} onChange={setUntil} />}
      </Field>
    </>
  );
  return (
    <ActButton
      fields={fields}
      ready={role !== undefined && (kind === "all" || unitId !== undefined)}
      act={() => call("POST /members/{id}/roles", { path: { id }, body: { role, scope, from, until } })}
      done={say("roles.given", { name, role: role ? word(`role.${role}`) : "" })}
    >
      {say("roles.give")}
    </ActButton>
  );
}

/** Lets another act in one of somebody's roles for a period. */
export function NameDeputy({ member: { id }, held }: { member: Member; held: readonly Grant[] }) {
  const say = useWords(peopleWords);
  const textOf = useRoleText();
  const [deputyId, setDeputy] = useState<string>();
  const [at, setAt] = useState(0);
  const [from, setFrom] = useState<string>();
  const [until, setUntil] = useState<string>();
  const grant = held[at];
  const scope: Scope | undefined = grant?.scope;
  const fields = (
    <>
      <Field label={say("deputies.who")}>
        {(field) => <PersonSelect id={field} value={deputyId} onChange={setDeputy} />}
      </Field>
      <Field label={say("roles.role")}>
        {(field) => (
          <Select
            id={field}
            className="wide"
            value={at}
            options={held.map((one, value) => ({ value, label: textOf(one) }))}
            onChange={setAt}
          />
        )}
      </Field>
      <Field label={say("deputies.from")}>
        {(field) => <InstantField id={field} value={from} onChange={setFrom} />}
      </Field>
      <Field label={say("deputies.until")}>
        {(field) => <InstantField id={field} value={until} onChange={setUntil} />}
      </Field>
    </>
  );
  return (
    <ActButton
      fields={fields}
      ready={Boolean(deputyId && grant && from && until)}
      act={() =>
        call("POST /members/{id}/deputies", { path: { id }, body: { deputyId, role: grant?.role, scope, from, until } })
      }
      done={say("deputies.named")}
    >
      {say("deputies.name")}
    </ActButton>
  );
}
