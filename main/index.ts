import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { installLastResort } from "./app/last-resort.ts";
import { createSession } from "./app/session.ts";
import { startElectronHost } from "./hosts/electron/start.ts";

installLastResort(process, {
  survival: () => "everything",
  log: (line) => void process.stderr.write(line),
  end: () => undefined,
});
startElectronHost(dirname(dirname(fileURLToPath(import.meta.url))), createSession);
