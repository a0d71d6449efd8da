import { expect, it } from "vitest";
import { readContacts } from "./read-contacts.ts";

it("reads one person a line, in whichever order and however apart, and says which lines have no contact", () => {
  const text = "王女士 13800001234\n\n  li@example.com，李先生\n赵\n+86 13900001111";

  expect(readContacts(text)).toEqual({
    contacts: [
      { name: "王女士", mobile: "13800001234" },
      { name: "李先生", email: "li@example.com" },
      { mobile: "+8613900001111" },
    ],
    bad: [4],
  });
});
