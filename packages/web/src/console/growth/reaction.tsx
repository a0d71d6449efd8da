import { Collapse } from "antd";
import type { Levels } from "../../shared/growth/growth.routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { FormTable } from "./form-results.tsx";
import { growthWords } from "./growth.words.ts";

/** What people said about classes: all of them together, then each. */
export function Reaction({ reaction: { total, forms } }: { reaction: Levels["reaction"] }) {
  const say = useWords(growthWords);
  const when = useWhen();
  if (forms.length === 0) return <Blank title={say("reaction.none")}>{say("reaction.none.detail")}</Blank>;
  return (
    <>
      {total.asked > 0 && (
        <>
          <h2>{say("form.total")}</h2>
          <FormTable kind="reaction" results={total} />
        </>
      )}
      <Collapse
        items={forms.map((form) => ({
          key: form.id,
          label: form.isOpen
            ? `${form.title} · ${say("form.open", { when: when.instant(form.closesAt) })}`
            : form.title,
          children: form.isOpen ? (
            <p className="quiet">{say("form.open", { when: when.instant(form.closesAt) })}</p>
          ) : (
            <FormTable kind="reaction" results={form} />
          ),
        }))}
      />
    </>
  );
}
