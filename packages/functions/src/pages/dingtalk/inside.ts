// Runs in DingTalk's browser. By the module: there, the function's bare name is known on computers alone.
import { requestAuthCode$ as requestAuthCode } from "dingtalk-jsapi/api/runtime/permission/requestAuthCode.js";

const { corp: corpId = "", client: clientId = "", back = "" } = document.getElementById("dingtalk")?.dataset ?? {};
const asked = { corpId, clientId };

/** Asks the app for a code and goes on with it; where the app says no, the page's button stays. */
requestAuthCode(asked).then(
  ({ code }) => location.replace(`${back}&authCode=${encodeURIComponent(code)}`),
  () => undefined,
);
