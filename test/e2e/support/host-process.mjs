// Runs the built `latchkey app --browser --no-open` again and again in one process: each run is the app from its start to
// its end, with a session of its own, without the time that a new process takes. Its parent says when.
import { pathToFileURL } from "node:url";

const [cli] = process.argv.slice(2);
let runs = 0;

// Every run listens for the end of its output, and for what would end its process.
process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);
const ofRun = ["uncaughtException", "unhandledRejection"];
process.on("disconnect", () => process.exit());
process.on("message", ({ home }) => {
  if (home === undefined) {
    // What stops the app in a process of its own. Only one run is going on.
    process.emit("SIGTERM");
    return;
  }
  runs += 1;
  Object.assign(process.env, { HOME: home, XDG_STATE_HOME: home, APPDATA: home });
  process.argv = [process.execPath, cli, "app", "--browser", "--no-open"];
  // A query makes it another module, which runs anew; what it imports stays loaded.
  import(`${pathToFileURL(cli).href}?run=${runs}`)
    .catch((error) => console.error(error))
    .finally(() => {
      for (const event of ofRun) process.removeAllListeners(event);
      if (process.connected) process.send("ended");
    });
});
