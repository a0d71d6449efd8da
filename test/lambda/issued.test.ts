import { expect, it } from "vitest";
import { openIssued } from "./issued.ts";

const request = (over: object) => ({ method: "POST", url: "/", headers: {}, body: Buffer.alloc(0), ...over });
const reply = { status: 200, body: '{"code":"482913"}' };

it("finds what requests, answers and tasks gave away", () => {
  const issued = openIssued();
  const body = Buffer.from(JSON.stringify({ reason: "家中有事", kind: "workConflict" }));
  issued.request(request({ headers: { authorization: "Bearer abc.def.ghi" }, body }), reply);
  issued.request(request({ url: "/api/v1/x/code?y=1" }), reply);
  issued.request(request({ url: "/s/q7x2m" }), reply);
  issued.task({ input: { taskToken: "AAAA1", activityId: "act_1" } });
  const lines = ["abc.def.ghi", "家中有事", "code 482913", "/s/q7x2m", "AAAA1", "workConflict act_1 14829130"];

  expect(issued.foundIn(lines.map((line) => ({ by: "Api", line })))).toEqual([
    "bearer token in Api: abc.def.ghi",
    "free text in Api: 家中有事",
    "check-in code in Api: code 482913",
    "survey link in Api: /s/q7x2m",
    "task token in Api: AAAA1",
  ]);
});

it("counts what it looks for, so that nobody looks for nothing", () => {
  const issued = openIssued();
  issued.add("secret", "one", undefined, "two", "one");
  issued.add("survey link", undefined, "");
  issued.add("name");

  expect(issued.counts()).toEqual({ secret: 2 });
});
