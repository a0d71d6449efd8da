import { catalogue } from "@yigong/core/language/catalogue.ts";
import type { Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { Choices } from "./fields.tsx";
import { Trouble } from "./trouble.tsx";

const words = catalogue({
  "zh-CN": { none: "没有找到，请核对姓名或工号。" },
  en: { none: "Nobody found; check the name or number." },
});

const FEW = 5;

interface Finding {
  /** Part of a name, or an employee number. */
  text: string;
  legend: string;
  value: string | undefined;
  onChange: (who: Member) => void;
}

/** The first people of the roster whom a text fits, to choose one of. */
export function FindMember({ text, legend, value, onChange }: Finding) {
  const say = useWords(words);
  const q = text.trim();
  const found = useReading("GET /members", { query: { q, limit: FEW } }, { live: false, enabled: q.length > 0 });
  if (q.length === 0) return null;
  if (found.error) return <Trouble error={found.error} />;
  if (!found.data) return null;
  if (found.data.items.length === 0) return <p className="quiet">{say("none")}</p>;
  return (
    <Choices
      legend={legend}
      value={value}
      onChange={(id) => {
        const who = found.data?.items.find((one) => one.id === id);
        if (who) onChange(who);
      }}
      options={found.data.items.map(({ id, name, employeeNumber }) => ({
        value: id,
        label: name,
        note: employeeNumber,
      }))}
    />
  );
}
