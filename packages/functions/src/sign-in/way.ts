import type { Identified, Provider } from "@yigong/core/identity/identity.ts";
import type { Language } from "@yigong/core/language/catalogue.ts";
import type { Host } from "./user-agent.ts";

/** One sign-in under way, as the cookie of its browser has it. */
export interface Flow {
  /** 64 hexadecimal digits: WeCom takes letters and digits only, at most 128 bytes. @source developer.work.weixin.qq.com/document/path/91022 */
  state: string;
  nonce: string;
  /** The code verifier of PKCE. */
  verifier: string;
  /** The app in which the page is open. */
  host: Host;
  /** Where the provider leads back. */
  redirectUri: string;
}

/**
 * A provider that says who somebody is.
 *
 * No error of it holds an address, a code, a token or a secret.
 */
export interface Way {
  name: Provider;
  /** What a page of ours needs to ask the app in which it is open; of DingTalk alone. */
  inside?: { corpId: string; clientId: string };
  /** Where the browser goes, within its app or not. @throws `identity.provider_down` */
  begin(flow: Flow, language: Language): Promise<string>;
  /**
   * Finds out whom the provider means.
   *
   * @param callback - the address that the provider led back to
   * @throws `identity.declined`, `identity.stranger`, `identity.start_again`, `identity.provider_down`, `identity.provider_refused`
   */
  identify(callback: URL, flow: Flow): Promise<Identified>;
}
