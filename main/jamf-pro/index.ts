/** Jamf Pro over its API: one outside world. */
export { connectToJamfPro, type JamfProClient, type Written } from "./client.ts";
export type { JamfProPorts } from "./ports.ts";
