import { z } from "@hono/zod-openapi";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Nomination } from "@yigong/core/nomination/index.ts";
import { Decision, Info } from "@yigong/core/nomination/nomination.ts";
import { byOrder, needsDraw, Ranked, volunteerPairs } from "@yigong/core/nomination/ranking.ts";

const Base = z.object(Info.def.options[0].shape).omit({ state: true, candidates: true });
const State = z.enum(["open", "decided", "withdrawn"]);
const Withdrawn = z.object({ by: z.string(), at: z.string(), reason: z.string() });

export const NamedPerson = z.object({ memberId: z.string(), name: z.string(), employeeNumber: z.string() });

/** Whom a department can put forward. */
export const DepartmentEmployees = z.object({ items: z.array(NamedPerson) }).openapi("DepartmentEmployees");

/** Somebody by name. */
export const namedPerson = ({ id, name, employeeNumber }: Member): z.output<typeof NamedPerson> => ({
  memberId: id,
  name,
  employeeNumber,
});

/** An offer as a list shows it. */
export const ListedNomination = Base.pick({
  ...{ id: true, title: true, organizer: true, startsOn: true, endsOn: true, departmentId: true, places: true },
  ...{ draw: true },
})
  .extend({ state: State, candidates: z.int(), isCandidate: z.boolean(), isHead: z.boolean() })
  .openapi("ListedNomination");

/** An offer with every key of every candidate, in their order. */
export const NominationView = Base.extend({
  state: State,
  headId: z.string().optional(),
  /** Whom the offer names, by name. */
  people: z.array(NamedPerson),
  candidates: z.array(z.object({ memberId: z.string(), score: z.int(), by: z.string(), at: z.string() })),
  sheet: z.array(Ranked),
  /** Whom the order gives the places. */
  byOrder: z.array(z.string()),
  /** Where being a volunteer decided: in each pair of one ahead and one behind. */
  volunteerPairs: z.array(
    z.object({ band: z.int(), meets: z.boolean(), ahead: z.array(z.string()), behind: z.array(z.string()) }),
  ),
  /** The last place is for a draw to give that is not made yet. */
  needsDraw: z.boolean(),
  /** Of the draw, 64 hexadecimal digits, once its source has said something. */
  seed: z.string().optional(),
  decision: Decision.omit({ sheet: true, byOrder: true }).optional(),
  withdrawn: Withdrawn.optional(),
}).openapi("Nomination");

/** How somebody stood in an offer. */
export const OwnNomination = Base.pick({
  ...{ id: true, title: true, organizer: true, about: true, startsOn: true, endsOn: true, places: true },
  ...{ draw: true, drawn: true },
})
  .extend({
    state: State,
    candidates: z.int(),
    /** The seed of the draw, by which anybody can work the lots out again. */
    seed: z.string().optional(),
    /** Once it was decided. */
    outcome: z.object({ isChosen: z.boolean(), at: z.string(), reason: z.string().optional(), own: Ranked }).optional(),
    withdrawn: Withdrawn.optional(),
  })
  .openapi("OwnNomination");

export const ScoresPreview = z
  .object({
    items: z.array(
      z.object({
        row: z.int(),
        employeeNumber: z.string(),
        name: z.string(),
        memberId: z.string().optional(),
        /** Hundredths of a point. */
        score: z.int().optional(),
        problems: z.array(
          z.object({
            column: z.string(),
            value: z.string(),
            code: z.string(),
            reason: z.object({ "zh-CN": z.string(), en: z.string() }),
          }),
        ),
      }),
    ),
  })
  .openapi("ScoresPreview");

interface Reader {
  memberId: string;
  headId: string | undefined;
}

const isOneOf = ({ candidates }: Nomination.Info, memberId: string): boolean =>
  candidates.some((one) => one.memberId === memberId);

/** An offer in a list, for one reader. */
export const listedNomination = (held: Nomination.Info, { memberId, headId }: Reader) =>
  ListedNomination.parse({
    ...held,
    candidates: held.candidates.length,
    isCandidate: isOneOf(held, memberId),
    isHead: headId === memberId,
  });

interface Sheet {
  sheet: Ranked[];
  people: Member[];
  seed: string | undefined;
  headId: string | undefined;
}

/** An offer with its whole sheet. */
export const nominationView = (held: Nomination.Info, { sheet, people, seed, headId }: Sheet) =>
  NominationView.parse({
    ...held,
    ...{ headId, sheet },
    people: people.map(namedPerson),
    byOrder: held.state === "decided" ? held.decision.byOrder : byOrder(sheet, held.places),
    volunteerPairs: volunteerPairs(sheet),
    needsDraw: held.state === "open" && needsDraw(sheet, held.places),
    seed,
  });

/** What a candidate reads: their own line alone, and why the order was left. */
export function ownNomination(held: Nomination.Info, memberId: string, seed: string | undefined) {
  const { decision } = held.state === "decided" ? held : { decision: undefined };
  const own = decision?.sheet.find((one) => one.memberId === memberId);
  const outcome =
    decision && own
      ? { isChosen: decision.chosen.includes(memberId), at: decision.at, reason: decision.reason, own }
      : undefined;
  return OwnNomination.parse({ ...held, candidates: held.candidates.length, seed, outcome });
}
