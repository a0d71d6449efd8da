import { Button } from "antd";
import { useMarks } from "../../shared/marks.ts";
import type { Trainers } from "../../shared/training/trainer.routes.ts";
import { trainerPageWords } from "../../shared/training/trainer.words.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { useUnits } from "../units/use-units.ts";

/** The list behind the numbers, as a workbook. */
export function ExportTrainers({ trainers: { items, from, to } }: { trainers: Trainers }) {
  const say = useWords(trainerPageWords);
  const word = useDomainWords();
  const { nameOf } = useUnits();
  const { list } = useMarks();
  const save = async () => {
    const { saveWorkbook } = await import("../ui/workbook.ts");
    const headers = [
      say("person"),
      say("number"),
      say("level"),
      say("teams"),
      say("from"),
      say("until"),
      say("isParty"),
    ];
    const rows = items.map(({ name, employeeNumber, level, teamIds, isParty, from: first, until }) => [
      ...[name, employeeNumber, level ? word(`trainer.level.${level}`) : "", list(teamIds.map(nameOf))],
      ...[first, until ?? "", isParty ? say("yes") : ""],
    ]);
    await saveWorkbook(
      `${say("trainers")} ${from === to ? from : from.slice(0, 4)}`,
      headers.map((header) => ({ header })),
      rows,
    );
  };
  return (
    <Button disabled={items.length === 0} onClick={() => void save()}>
      {say("export")}
    </Button>
  );
}
