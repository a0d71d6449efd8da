import { expect, it } from "vitest";
import { Denied, openGuard } from "./guard.ts";

const statements = [{ Effect: "Allow" as const, Action: ["a:Read", "a:Write"], Resource: ["arn:x:1"] }];
const guardOf = () => openGuard(new Map([["Api", statements]]));

it("tells the grants that were used from those that were not, and what was denied", () => {
  const guard = guardOf();
  guard.require("Api", [{ action: "a:Read", resource: "arn:x:1" }]);

  expect(() => guard.require("Api", [{ action: "a:Read", resource: "arn:x:2" }])).toThrow(Denied);
  expect(guard.use("Api")).toEqual({
    used: ["a:Read on arn:x:1"],
    unused: ["a:Write on arn:x:1"],
    denied: ["a:Read on arn:x:2"],
  });
});

it("wants all of what a request needs", () => {
  const wishes = ["a:Read", "a:Delete"].map((action) => ({ action, resource: "arn:x:1" }));

  expect(() => guardOf().require("Api", wishes)).toThrow("a:Delete");
});

it("lets a role that it does not know do nothing", () => {
  expect(() => guardOf().require("Other", [{ action: "a:Read", resource: "arn:x:1" }])).toThrow(Denied);
});
