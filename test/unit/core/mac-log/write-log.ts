/** A message as a test writes it down, in any form of a log. Times are those of a day in November, by the second. */
export type Written = {
  readonly second: number;
  readonly message: string;
  readonly subsystem?: string;
  readonly process?: string;
};

export type Form = "login-log" | "compact" | "default" | "syslog" | "json" | "ndjson";
export const forms: readonly Form[] = ["login-log", "compact", "default", "syslog", "json", "ndjson"];

/** Writes messages as `jamf_login.log` or `log show` does. */
export function writeLog(form: Form, messages: readonly Written[]): string {
  const lines = messages.map((message) => lineOf(form, message));
  switch (form) {
    case "compact":
      return `Timestamp               Ty Process[PID:TID]\n${lines.join("\n")}\n`;
    case "default":
      return `Timestamp                       Thread     Type        Activity             PID    TTL  \n${lines.join("\n")}\n${"-".repeat(110)}\nLog      - Default:          2, Info:                0, Debug:             0, Error:          0, Fault:          0\n`;
    case "json":
      return `[${lines.join(",")}]\n`;
    case "ndjson":
      return `${lines.join("\n")}\n{"count":${messages.length},"finished":1}\n`;
    default:
      return `${lines.join("\n")}\n`;
  }
}

/** `2026-11-18 09:12:02` */
export function clock(second: number): string {
  return new Date(Date.UTC(2026, 10, 18, 8, 0, second)).toISOString().slice(0, 19).replace("T", " ");
}

function lineOf(form: Form, { second, message, subsystem, process }: Written): string {
  const at = clock(second);
  const name = process ?? "JamfConnectLogin";
  const from = subsystem ?? "com.jamf.connect.login";
  switch (form) {
    case "login-log":
      return `${at} ${message}`;
    case "compact":
      return `${at}.407 Df ${name}[812:3a41c] [${from}:Network] ${message}`;
    case "default":
      return `${at}.407123+0100 0x3a41c    Default     0x0                  812    0    ${name}: (${name}) [${from}:Network] ${message}`;
    case "syslog":
      return `${at}.407123+0100  localhost ${name}[812]: (${name}) [${from}:Network] ${message}`;
    case "json":
      return JSON.stringify(objectOf(`${at}.407123+0100`, name, from, message), null, 2);
    case "ndjson":
      return JSON.stringify(objectOf(`${at}.407123+0100`, name, from, message));
  }
}

function objectOf(timestamp: string, process: string, subsystem: string, eventMessage: string) {
  return {
    traceID: 4_503_870_431_363_076,
    eventMessage,
    eventType: "logEvent",
    source: null,
    subsystem,
    category: "Network",
    backtrace: { frames: [{ imageOffset: 1234, imageUUID: "6E5C2A14-0000-0000-0000-000000000000" }] },
    processImagePath: `/Library/Security/SecurityAgentPlugins/${process}`,
    timestamp,
    messageType: "Default",
    processID: 812,
  };
}
