import { bandText, scoreText } from "@yigong/core/nomination/score.ts";
import { Button, Table, Tag } from "antd";
import { useMarks } from "../../shared/marks.ts";
import { nominationPageWords } from "../../shared/training/nomination.words.ts";
import type { Nomination } from "../../shared/training/trainer.routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";

type Ranked = Nomination["sheet"][number];
interface Props {
  nomination: Nomination;
}

/** Every key of every candidate as text, in the order in which they decide. */
function useKeys({ people }: Nomination) {
  const say = useWords(nominationPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const { list, within } = useMarks();
  const names = new Map(people.map((one) => [one.memberId, one]));
  const lacks = ({ lacks: { skills, post } }: Ranked) => list([...skills, ...(post ? [say("meets.post")] : [])]);
  return [
    ["place", say("place"), ({ place }: Ranked) => String(place)],
    [
      "person",
      say("person"),
      ({ memberId }: Ranked) => {
        const { name = memberId, employeeNumber = "" } = names.get(memberId) ?? {};
        return `${name} ${employeeNumber}`;
      },
    ],
    [
      "meets",
      say("meets"),
      (one: Ranked) => (lacks(one) === "" ? say("meets.yes") : say("meets.lacks", { what: lacks(one) })),
    ],
    ["score", say("score"), ({ score, band }: Ranked) => within(scoreText(score), bandText(band))],
    ["volunteer", say("volunteer"), ({ isVolunteer }: Ranked) => say(isVolunteer ? "yes" : "no")],
    ["external", say("external"), ({ external }: Ranked) => String(external)],
    ["certificate", say("certificate"), ({ expires }: Ranked) => (expires ? when.date(expires) : "–")],
    ["lot", say("lot"), ({ lot }: Ranked) => lot?.slice(0, 12) ?? "–"],
    ["ahead", say("ahead"), ({ aheadBy }: Ranked) => (aheadBy ? word(`nomination.key.${aheadBy}`) : "–")],
  ] as const;
}

/** The candidates in their order; where only a draw that is not made yet would part two, it says so. */
export function Sheet({ nomination }: Props) {
  const say = useWords(nominationPageWords);
  const keys = useKeys(nomination);
  const { sheet, decision, byOrder } = nomination;
  if (sheet.length === 0) return <Blank title={say("sheet.empty")}>{say("sheet.empty.detail")}</Blank>;
  const chosen = new Set(decision?.chosen ?? []);
  const isUndrawn = (one: Ranked) => !one.lot && !one.aheadBy && one.place < sheet.length;
  return (
    <Table<Ranked>
      size="small"
      rowKey="memberId"
      dataSource={[...sheet]}
      pagination={false}
      scroll={{ x: true }}
      columns={[
        ...keys.map(([key, title, text]) => ({
          key,
          title,
          render: (_: unknown, one: Ranked) => (key === "ahead" && isUndrawn(one) ? say("ahead.undrawn") : text(one)),
        })),
        {
          key: "chosen",
          title: say("chosen"),
          render: (_: unknown, { memberId }: Ranked) =>
            chosen.has(memberId) ? (
              <Tag>{say("chosen")}</Tag>
            ) : decision && byOrder.includes(memberId) ? (
              <span className="quiet">{say("ordered")}</span>
            ) : null,
        },
      ]}
    />
  );
}

/** The order as it is shown, as a workbook. */
export function ExportSheet({ nomination }: Props) {
  const say = useWords(nominationPageWords);
  const keys = useKeys(nomination);
  const { sheet, decision, title } = nomination;
  const save = async () => {
    const { saveWorkbook } = await import("../ui/workbook.ts");
    const headers = [...keys.map(([, header]) => header), say("chosen")].map((header) => ({ header }));
    const rows = sheet.map((one) => [
      ...keys.map(([key, , text]) => (key === "lot" ? (one.lot ?? "") : text(one))),
      decision?.chosen.includes(one.memberId) ? say("yes") : "",
    ]);
    await saveWorkbook(title, headers, rows);
  };
  return (
    <Button disabled={sheet.length === 0} onClick={() => void save()}>
      {say("export")}
    </Button>
  );
}
