import { installation } from "./deployment.ts";

/** 32 random bytes each, as base64url: `openssl rand 32 | basenc --base64url -w0 | tr -d =`. They have no placeholder: without them nothing is deployed. */
export const keys = {
  TokenSecret: new sst.Secret("TokenSecret"),
  SurveySecret: new sst.Secret("SurveySecret"),
  CheckInSecret: new sst.Secret("CheckInSecret"),
};

/** The company's own channels; an empty one is not set up. */
export const channels = {
  OaKind: new sst.Secret("OaKind", ""),
  OaUrl: new sst.Secret("OaUrl", ""),
  OaSecret: new sst.Secret("OaSecret", ""),
  SmtpUrl: new sst.Secret("SmtpUrl", ""),
  // SES sends from the installation's address alone; a secret may add a name: `义工联盟 <volunteers@example.com>`.
  SmtpFrom: new sst.Secret("SmtpFrom", installation.mailFrom ?? ""),
  SmsUrl: new sst.Secret("SmsUrl", ""),
  SmsToken: new sst.Secret("SmsToken", ""),
  ImUrl: new sst.Secret("ImUrl", ""),
  ImToken: new sst.Secret("ImToken", ""),
};

/** The company's apps in its office systems: how people sign in, and who shows cards; an empty one is not set up. */
export const offices = {
  WecomCorpId: new sst.Secret("WecomCorpId", ""),
  WecomAgentId: new sst.Secret("WecomAgentId", ""),
  WecomSecret: new sst.Secret("WecomSecret", ""),
  WecomCallbackToken: new sst.Secret("WecomCallbackToken", ""),
  WecomCallbackKey: new sst.Secret("WecomCallbackKey", ""),
  DingtalkCorpId: new sst.Secret("DingtalkCorpId", ""),
  DingtalkClientId: new sst.Secret("DingtalkClientId", ""),
  DingtalkClientSecret: new sst.Secret("DingtalkClientSecret", ""),
  DingtalkCardTemplate: new sst.Secret("DingtalkCardTemplate", ""),
  DingtalkCallbackSecret: new sst.Secret("DingtalkCallbackSecret", ""),
  FeishuAppId: new sst.Secret("FeishuAppId", ""),
  FeishuAppSecret: new sst.Secret("FeishuAppSecret", ""),
  FeishuTenantKey: new sst.Secret("FeishuTenantKey", ""),
  FeishuEncryptKey: new sst.Secret("FeishuEncryptKey", ""),
  FeishuVerificationToken: new sst.Secret("FeishuVerificationToken", ""),
};

/** How people sign in besides; an empty one is not set up. */
export const signIn = {
  WecomVerifyFile: new sst.Secret("WecomVerifyFile", ""),
  OidcIssuer: new sst.Secret("OidcIssuer", ""),
  OidcClientId: new sst.Secret("OidcClientId", ""),
  OidcClientSecret: new sst.Secret("OidcClientSecret", ""),
  OidcName: new sst.Secret("OidcName", ""),
  OidcScope: new sst.Secret("OidcScope", ""),
  OidcEmployeeClaim: new sst.Secret("OidcEmployeeClaim", ""),
  OidcGroupsClaim: new sst.Secret("OidcGroupsClaim", ""),
  OidcGroups: new sst.Secret("OidcGroups", ""),
  CodeSignIn: new sst.Secret("CodeSignIn", ""),
};
