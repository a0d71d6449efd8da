import { arnOf, installation } from "./here.ts";

const { mailFrom: from } = installation;
const domain = from?.split("@")[1];

/** The company proves the domain by three DNS records that SES names; a new account sends to proven addresses only. */
export const mail =
  from && domain
    ? {
        from,
        identity: arnOf(
          "ses",
          `identity/${new aws.sesv2.EmailIdentity("Mail", { emailIdentity: domain }).emailIdentity}`,
        ),
      }
    : undefined;
