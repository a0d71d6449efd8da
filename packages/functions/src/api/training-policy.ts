import { createRoute, z } from "@hono/zod-openapi";
import { beginPolicy, issuePolicy, type PolicyDeps } from "@yigong/application/policy/issue-policy.ts";
import type { Courses } from "@yigong/core/course/course.store.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { TrainingPolicy } from "@yigong/core/policy/index.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { PolicySummary, PolicyView } from "./training-policy.view.ts";

const tags = ["Training"];
const ById = z.object({ id: TrainingPolicy.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Issuing = TrainingPolicy.Issue.extend({ version: z.int().nonnegative() });
const view = answers(PolicyView, "The training policy, and the courses that follow it");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface PolicyRouteDeps extends PolicyDeps {
  courses: Pick<Courses, "all">;
  now: () => string;
  zone: string;
}

/** The written policy of training in versions, under `/training-policies`. @source docs/domain.md T8 */
export const trainingPolicyRoutes = (deps: PolicyRouteDeps) => {
  const { policies, courses, newId, now, zone } = deps;
  const summary = (policy: TrainingPolicy.Info) => {
    const { id, title, versions } = policy;
    const { number, effectiveOn, clauses } = TrainingPolicy.latest(policy);
    const inForce = TrainingPolicy.inForce(policy, dayOf(now(), zone))?.number;
    return {
      ...{ id, title, latest: { number, effectiveOn }, versions: versions.length, ...(inForce && { inForce }) },
      clauses: clauses.map(({ anchor, heading }) => ({ anchor, heading })),
    };
  };
  const show = async (id: string): Promise<z.output<typeof PolicyView>> => {
    const [policy, all] = await Promise.all([policies.get(id), courses.all()]);
    const changed = changedAnchors(policy);
    const following = all.flatMap(({ id: courseId, title, clauses, ended }) => {
      const anchors = clauses.flatMap(({ policyId, anchor }) => (policyId === id ? [anchor] : []));
      if (anchors.length === 0 || ended) return [];
      return [{ courseId, title, anchors, affected: anchors.filter((anchor) => changed.has(anchor)) }];
    });
    const { latest, inForce } = summary(policy);
    return { ...policy, latest, ...(inForce && { inForce }), courses: following };
  };
  const [begin, issue] = [beginPolicy(deps), issuePolicy(deps)];
  return routes()
    .openapi(
      createRoute({
        ...route("/training-policies", "Write a training policy"),
        method: "post",
        request: { headers: Once, ...body(TrainingPolicy.Writing) },
        responses: view,
      }),
      async (c) => {
        const by = allow(actorOf(c), "policy.issue");
        const key = c.req.valid("header")[IDEMPOTENCY_KEY];
        const id = TrainingPolicy.Id.parse(keyedId(newId, "pol", { memberId: by.actorId, key }));
        await begin(c.req.valid("json"), { id, by, at: now() });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/training-policies", "List the training policies"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(PolicySummary), "Training policies, the oldest first"),
      }),
      async (c) => {
        allow(actorOf(c), "policy.read");
        const { items, ...rest } = await policies.list(c.req.valid("query"));
        return c.json({ ...rest, items: items.map(summary) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/training-policies/{id}", "Read a training policy with all of its versions"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "policy.read");
        return c.json(await show(c.req.valid("param").id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/training-policies/{id}/versions", "Issue the next version of a training policy"),
        method: "post",
        request: { params: ById, ...body(Issuing) },
        responses: view,
      }),
      async (c) => {
        const by = allow(actorOf(c), "policy.issue");
        const [{ id }, { version, ...said }] = [c.req.valid("param"), c.req.valid("json")];
        await editing(
          {},
          () => issue(id, said, { by, at: now(), version }),
          async () => ({ shown: await show(id) }),
        );
        return c.json(await show(id), 200);
      },
    );
};

/** The clauses that the latest version words otherwise, adds or drops; none of a policy in its first version. */
function changedAnchors(policy: TrainingPolicy.Info): Set<string> {
  const [before, after] = policy.versions.slice(-2);
  if (!before || !after) return new Set();
  return new Set(TrainingPolicy.changesBetween(before, after).map(({ anchor }) => anchor));
}
