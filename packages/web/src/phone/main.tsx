import "../shared/tokens.css";
import "./phone.css";
import { createRoot } from "react-dom/client";
import { renewWhenReplaced } from "../shared/renew.ts";
import { App } from "./app.tsx";

renewWhenReplaced();
const root = document.getElementById("app");
if (root) createRoot(root).render(<App />);
