import { Button } from "antd";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { YearPlan } from "../../shared/training/trainer.routes.ts";
import { yearplanPageWords } from "../../shared/training/yearplan.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { useUnits } from "../units/use-units.ts";

type Cell = YearPlan["items"][number]["cells"][number];

/** A quarter in words, with each class behind it, a line each. */
export function useCellLines() {
  const word = useDomainWords();
  const when = useWhen();
  return ({ colour, classes }: Cell): string[] => [
    word(`yearplan.colour.${colour}`),
    ...classes.map(({ title, startsAt }) => `${title} ${when.instant(startsAt)}`),
  ];
}

/** Prints the plan as a table of words, without what surrounds it on the screen. */
export function PrintPlan({ plan: { year, items } }: { plan: YearPlan }) {
  const say = useWords(yearplanPageWords);
  const lines = useCellLines();
  const { nameOf } = useUnits();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return undefined;
    const done = () => setPrinting(false);
    addEventListener("afterprint", done, { once: true });
    print();
    return () => removeEventListener("afterprint", done);
  }, [printing]);
  return (
    <>
      <Button onClick={() => setPrinting(true)}>{say("print")}</Button>
      {printing &&
        createPortal(
          <section className="print-list">
            <h1>{`${say("plan")} ${year}`}</h1>
            <table>
              <thead>
                <tr>
                  <th>{say("team")}</th>
                  <th>{say("perQuarter")}</th>
                  {[1, 2, 3, 4].map((number) => (
                    <th key={number}>{say("quarter", { number: String(number) })}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {items.map(({ teamId, perQuarter, cells }) => (
                  <tr key={teamId}>
                    <td>{nameOf(teamId)}</td>
                    <td>{perQuarter}</td>
                    {cells.map((cell) => (
                      <td key={cell.quarter} className="pre">
                        {lines(cell).join("\n")}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>,
          document.body,
        )}
    </>
  );
}
