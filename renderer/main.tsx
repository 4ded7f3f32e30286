import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { NotConnected } from "./app/not-connected.tsx";
import { Root } from "./app/root.tsx";
import { connectHost } from "./host.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/marks.css";
import "./styles/disclosure.css";
import "./styles/frame.css";
import "./styles/start-side.css";
import "./styles/pages.css";
import "./styles/drawer.css";
import "./styles/tight.css";

const element = document.getElementById("root");
if (element !== null) {
  const root = createRoot(element);
  const host = await connectHost();
  root.render(
    <StrictMode>{host.ok ? <Root host={host.value} /> : <NotConnected problem={host.problem} />}</StrictMode>,
  );
}
