import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { useWords } from "../../../shared/words.ts";
import "../../contacts/contacts.routes.ts";
import { ActButton } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { surveyPageWords } from "./survey.words.ts";

interface Chosen {
  value: string;
  label: string;
}

/** Served clients picked from the contacts: what is corrected or withdrawn there counts here. */
export function PickContacts({ activityId }: { activityId: string }) {
  const say = useWords(surveyPageWords);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  return (
    <ActButton
      ask={say("pick.ask")}
      fields={<Picker chosen={chosen} onChange={setChosen} />}
      ready={chosen.length > 0}
      act={() =>
        call("POST /activities/{id}/served", {
          path: { id: activityId },
          body: { contactIds: chosen.map(({ value }) => value) },
        })
      }
      done={({ added, duplicates, total }) =>
        say("served.done", { added: String(added), duplicates: String(duplicates), total: String(total) })
      }
      onDone={() => setChosen([])}
    >
      {say("pick")}
    </ActButton>
  );
}

function Picker({ chosen, onChange }: { chosen: readonly Chosen[]; onChange: (chosen: readonly Chosen[]) => void }) {
  const say = useWords(surveyPageWords);
  const [q, setQ] = useState("");
  const asked = q.trim();
  const { data } = useQuery({
    queryKey: ["GET /contacts", "pick", asked],
    queryFn: ({ signal }) => call("GET /contacts", { query: { q: asked || undefined, limit: 20 }, signal }),
    placeholderData: (before) => before,
  });
  const found = (data?.items ?? []).map(({ id, name, mobile, email }) => ({
    value: id,
    label: [name, mobile ?? email].filter(Boolean).join(" "),
  }));
  return (
    <Field label={say("pick.who")} hint={say("pick.hint")}>
      {(id) => (
        <Select<Chosen[]>
          id={id}
          mode="multiple"
          labelInValue
          className="wide"
          showSearch={{ filterOption: false, onSearch: setQ }}
          value={[...chosen]}
          options={found}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
