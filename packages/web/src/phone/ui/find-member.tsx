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
type Somebody = Pick<Member, "id" | "name" | "employeeNumber">;

interface Finding {
  /** Part of a name, or an employee number. */
  text: string;
  legend: string;
  value: string | undefined;
  onChange: (who: Somebody) => void;
  /** Where one looks: the roster, or colleagues who may be one's deputy. */
  among?: "GET /members" | "GET /colleagues";
}

/** The first people of the roster whom a text fits, to choose one of. */
export function FindMember({ text, legend, value, onChange, among = "GET /members" }: Finding) {
  const say = useWords(words);
  const q = text.trim();
  const query = among === "GET /members" ? { q, limit: FEW } : { q };
  const found = useReading(among, { query }, { live: false, enabled: q.length > 0 });
  if (q.length === 0) return null;
  if (found.error) return <Trouble error={found.error} />;
  if (!found.data) return null;
  const people: readonly Somebody[] = found.data.items;
  if (people.length === 0) return <p className="quiet">{say("none")}</p>;
  return (
    <Choices
      legend={legend}
      value={value}
      onChange={(id) => {
        const who = people.find((one) => one.id === id);
        if (who) onChange(who);
      }}
      options={people.map(({ id, name, employeeNumber }) => ({
        value: id,
        label: name,
        note: employeeNumber,
      }))}
    />
  );
}
