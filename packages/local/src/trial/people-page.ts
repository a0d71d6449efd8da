import type { Language } from "@yigong/core/language/catalogue.ts";
import { text } from "@yigong/core/language/index.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Grant } from "@yigong/core/permission/role.ts";
import { ROLES } from "@yigong/core/permission/roles.ts";
import { html } from "hono/html";
import { trialWords } from "./words.ts";

const SHOWN = 50;

/** Somebody who can be chosen, with the roles in force. */
export interface Choice {
  member: Member;
  grants: readonly Grant[];
  isVolunteer: boolean;
}

const rankOf = ({ grants, isVolunteer }: Choice): number => {
  const ranks = grants.map(({ role }) => ROLES.indexOf(role));
  return Math.min(isVolunteer ? ROLES.length : ROLES.length + 1, ...ranks);
};

/** Those whose name or number has what is looked for: who has a role first, the others by number. */
export function chosenAmong(choices: readonly Choice[], wanted: string): Choice[] {
  const part = wanted.normalize("NFKC").trim().toLowerCase();
  return choices
    .filter(
      ({ member }) => member.name.toLowerCase().includes(part) || member.employeeNumber.toLowerCase().includes(part),
    )
    .sort((a, b) => rankOf(a) - rankOf(b) || a.member.employeeNumber.localeCompare(b.member.employeeNumber));
}

function rolesText(language: Language, { grants, isVolunteer }: Choice, unitName: (id: string) => string): string {
  const held = grants.map(({ role, scope }) =>
    scope.kind === "all"
      ? text(language, `role.${role}`)
      : `${text(language, `role.${role}`)} · ${unitName(scope.unitId)}`,
  );
  const last = text(language, isVolunteer ? "role.volunteer" : "role.employee");
  return held.length > 0 ? [...new Set(held)].join("、") : last;
}

/** Whom to sign in as: a search, and people as buttons. */
export function peoplePage(
  language: Language,
  {
    query,
    wanted,
    choices,
    unitName,
  }: {
    /** What the client asked with, for the forms. */
    query: URLSearchParams;
    wanted: string;
    choices: readonly Choice[];
    unitName: (id: string) => string;
  },
) {
  const say = trialWords(language);
  const kept = [...query].filter(([name]) => name !== "q");
  const people = chosenAmong(choices, wanted);
  return html`<h1>${say("title")}</h1>
<div class="card trial" role="note"><h2>${say("notice")}</h2><p>${say("noticeBody")}</p></div>
<form method="get" action="/try/authorize"><div class="card">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label class="name" for="q">${say("search")}</label>
<input type="text" id="q" name="q" value="${wanted}" maxlength="60" autocomplete="off">
<button type="submit">${say("find")}</button>
</div></form>
${people.length === 0 ? html`<p role="status">${say("nobody")}</p>` : ""}
<form method="post" action="/try/authorize?${query}"><ul class="people">
${people
  .slice(0, SHOWN)
  .map(
    (choice) =>
      html`<li><button class="person" name="person" value="${choice.member.id}"><b>${choice.member.name}</b> ${choice.member.employeeNumber}<span>${rolesText(language, choice, unitName)}</span></button></li>`,
  )}
</ul></form>
${people.length > SHOWN ? html`<p class="quiet">${say("more", { shown: String(SHOWN), all: String(people.length) })}</p>` : ""}`;
}
