import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { startElectronHost } from "./hosts/electron/start.ts";
import { createSession } from "./hosts/shared/session/session.ts";

startElectronHost(dirname(dirname(fileURLToPath(import.meta.url))), createSession);
