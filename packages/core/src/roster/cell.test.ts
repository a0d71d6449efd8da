import { describe, expect, it } from "vitest";
import { dayIn, listOf, momentIn, nameOf, plain } from "./cell.ts";
import { numbersInDoubt } from "./employee-number.ts";

describe("a cell", () => {
  it.each([
    ["2010-03-01", "2010-03-01"],
    ["2010/3/1", "2010-03-01"],
    ["2010.3.1", "2010-03-01"],
    ["2010年3月1日", "2010-03-01"],
    [" ２０１０-０３-０１ ", "2010-03-01"],
    ["2010-03-01 00:00", "2010-03-01"],
    ["2012-02-29", "2012-02-29"],
    ["2010-02-29", undefined],
    ["2010-13-01", undefined],
    ["10-3-1", undefined],
    ["2010-3", undefined],
    ["40238", undefined],
    ["2010-03-01 x", undefined],
    ["", undefined],
  ])("reads %s as the day %s", (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  it.each([
    ["2026-09-12 08:00", { day: "2026-09-12", time: "08:00" }],
    ["2026/9/12 8:05", { day: "2026-09-12", time: "08:05" }],
    ["2026年9月12日8:05", { day: "2026-09-12", time: "08:05" }],
    ["2026-09-12T08:00:00", { day: "2026-09-12", time: "08:00" }],
    ["2026-09-12 23:59", { day: "2026-09-12", time: "23:59" }],
    ["2026-09-12 24:00", undefined],
    ["2026-09-12 08:60", undefined],
    ["2026-09-12", undefined],
    ["08:00", undefined],
  ])("reads %s as the moment %j", (text, moment) => {
    expect(momentIn(text)).toEqual(moment);
  });

  it("holds several values, each once, between any of the usual marks", () => {
    expect(listOf("甲、乙；丙;丁，戊,己／庚/甲 、")).toEqual(["甲", "乙", "丙", "丁", "戊", "己", "庚"]);
  });

  it("loses blanks and marks that nobody sees, but no letter of a name", () => {
    expect(plain("\ufeff ０００１２３\u200b")).toBe("000123");
    expect(nameOf(" 买买提·艾力　　 ")).toBe("买买提·艾力");
  });
});

describe("employee numbers that may have lost their zeros", () => {
  const text = (value: string) => ({ kind: "text" as const, text: value });
  const number = (value: string) => ({ kind: "number" as const, text: value });

  it.each([
    ["zeros lead another number of the file", [text("000123"), number("45")], [], [1]],
    ["zeros lead a stored number", [number("45")], ["0045"], [0]],
    ["they differ in length", [number("45"), number("123")], [], [0, 1]],
    ["they are alike and nothing speaks of zeros", [number("1001"), number("1002"), text("1003")], ["1001"], []],
    ["zeros are lost from text and nothing is stored", [text("45"), text("123"), text("1001")], [], [0, 1]],
    ["the whole of a first file is as long", [text("1001"), text("1002")], [], []],
    ["a first file has zeros throughout", [text("0045"), text("1001")], [], []],
    ["text is shorter than others that zeros lead", [text("000123"), text("45"), text("123456")], [], [1]],
    ["a stored number is the same but for its zeros", [text("45")], ["0045"], [0]],
    ["text is shorter than every stored number", [text("45"), text("1003")], ["1001", "1002"], [0]],
    ["text is longer than every stored number", [text("10001")], ["1001", "1002"], []],
    ["it is somebody's stored number", [text("45"), text("46")], ["45", "0007"], [1]],
    ["stored numbers are of any length", [text("5"), text("1003")], ["1", "22", "333"], []],
    ["letters lead", [text("A45"), text("1001"), text("B1")], [], []],
    ["zeros lead it, though fewer", [text("045")], ["0045"], []],
    ["there is no cell", [undefined, text("")], ["0045"], []],
  ])("are in doubt or not when %s", (_, cells, stored, doubtful) => {
    expect([...numbersInDoubt(cells, stored).keys()]).toEqual(doubtful);
  });
});
