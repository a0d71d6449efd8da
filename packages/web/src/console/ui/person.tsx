import { PageLink } from "./link.tsx";

interface Named {
  memberId: string;
  name?: string | undefined;
  employeeNumber?: string | undefined;
}

/** Somebody by name and employee number, which leads to their page. */
export const Person = ({ memberId, name, employeeNumber }: Named) => (
  <span className="person">
    <PageLink to={`/people/${memberId}`}>{name ?? memberId}</PageLink>
    {employeeNumber && <span className="quiet number"> {employeeNumber}</span>}
  </span>
);
