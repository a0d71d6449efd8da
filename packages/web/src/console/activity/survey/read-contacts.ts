export interface Said {
  name?: string;
  mobile?: string;
  email?: string;
}

const PHONE = /^\+?[\d().-]{6,}$/;

/** What of a pasted list can be used: one person a line, with a phone number or a mail address somewhere in it. */
export function readContacts(text: string): { contacts: Said[]; bad: number[] } {
  const contacts: Said[] = [];
  const bad: number[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    const words = line
      .replace(/(\+\d{1,3})\s+(?=\d)/, "$1")
      .split(/[\s,，;；]+/)
      .filter(Boolean);
    if (words.length === 0) continue;
    const mobile = words.find((word) => PHONE.test(word));
    const email = words.find((word) => word.includes("@"));
    const name = words.filter((word) => word !== mobile && word !== email).join(" ");
    if (mobile || email) contacts.push({ ...(name && { name }), ...(mobile && { mobile }), ...(email && { email }) });
    else bad.push(at + 1);
  }
  return { contacts, bad };
}
