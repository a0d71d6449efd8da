import { arnOf, installation } from "./here.ts";

const { mailFrom: from } = installation;
const domain = from?.split("@")[1];

const proven = domain ? new aws.sesv2.EmailIdentity("Mail", { emailIdentity: domain }) : undefined;

/** The company proves the domain by three DNS records that SES names; a new account sends to proven addresses only. */
export const mail =
  from && proven ? { from, identity: arnOf("ses", $interpolate`identity/${proven.emailIdentity}`) } : undefined;
