import { arnOf, installation } from "./deployment.ts";

const { mailFrom: from } = installation;

/**
 * The identity that mail comes from: the sender's domain, which the company has proven to SES before.
 *
 * It is not made here: two stages share it, and taking one away must not stop the other's mail.
 */
export const mail = from ? { from, identity: arnOf("ses", `identity/${from.split("@")[1]}`) } : undefined;
