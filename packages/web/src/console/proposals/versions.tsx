import { Select } from "antd";
import { useMemo, useState } from "react";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { compare, type Part } from "./diff.ts";
import type { ProposalAnswer } from "./proposals.routes.ts";
import { proposalPageWords } from "./proposals.words.ts";
import { useWishText } from "./use-wish-text.ts";

/** An earlier version beside the plan of now, with what changed. */
export function Versions({ proposal }: { proposal: ProposalAnswer }) {
  const say = useWords(proposalPageWords);
  const when = useWhen();
  const wishText = useWishText();
  const marks = useMarks();
  const earlier = proposal.earlier ?? [];
  const [chosen, choose] = useState(earlier.length - 1);
  const before = earlier[chosen] ?? earlier.at(-1);
  const parts = useMemo(() => compare(before?.plan ?? "", proposal.plan), [before?.plan, proposal.plan]);
  if (!before) return null;
  const nameOf = (at: number, submittedAt: string | undefined) =>
    submittedAt
      ? say("compare.at", { number: String(at + 1), when: when.instant(submittedAt) })
      : say("compare.version", { number: String(at + 1) });
  return (
    <section>
      <div className="list-head">
        <h2>{say("compare")}</h2>
        {earlier.length > 1 && (
          <Select<number>
            aria-label={say("compare.with")}
            value={chosen}
            onChange={choose}
            options={earlier.map(({ submittedAt }, at) => ({ value: at, label: nameOf(at, submittedAt) }))}
          />
        )}
      </div>
      {before.plan === proposal.plan && <p className="quiet">{say("compare.same")}</p>}
      <div className="versions">
        <div>
          <h3>{nameOf(Math.max(0, chosen), before.submittedAt)}</h3>
          <Side parts={parts} leaveOut="new" />
          <p className="quiet">{marks.parts(wishText(before.wishes)) || say("wishes.none")}</p>
        </div>
        <div>
          <h3>{say("compare.now")}</h3>
          <Side parts={parts} leaveOut="gone" />
          <p className="quiet">{marks.parts(wishText(proposal.wishes)) || say("wishes.none")}</p>
        </div>
      </div>
    </section>
  );
}

const TAGS = { same: "span", gone: "del", new: "ins" } as const;

function Side({ parts, leaveOut }: { parts: readonly Part[]; leaveOut: Part["kind"] }) {
  let at = 0;
  return (
    <p className="pre">
      {parts.flatMap(({ kind, text }) => {
        if (kind === leaveOut) return [];
        const Tag = TAGS[kind];
        at += text.length;
        return [<Tag key={at}>{text}</Tag>];
      })}
    </p>
  );
}
