/** One call as the practice Jamf Pro sees it. */
export type PracticeCall = {
  readonly method: string;
  /** Decoded path without slashes at its ends. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What it answers; `cut` ends the connection in place of an answer or in the middle of one. */
export type PracticeAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly cut?: "before" | "middle";
};

/** Says on every answer that nobody's real server gave it. */
export const practiceHeader = { "X-Latchkey-Practice": "PRACTICE Jamf Pro" } as const;

export function answer(
  status: number,
  type: string,
  body: string,
  headers: PracticeAnswer["headers"] = {},
): PracticeAnswer {
  return {
    status,
    body,
    headers: {
      ...practiceHeader,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Type": type,
      ...headers,
    },
  };
}

export function json(status: number, value: unknown): PracticeAnswer {
  return answer(status, "application/json", JSON.stringify(value));
}

export function xml(status: number, body: string): PracticeAnswer {
  return answer(status, "text/xml;charset=UTF-8", `<?xml version="1.0" encoding="UTF-8"?>${body}`);
}

/** Jamf Pro's own page for an error of the Classic API. */
export function statusPage(status: number, reason: string, message: string): PracticeAnswer {
  const lines = [reason, message, "You can get technical details here."];
  const paragraphs = lines
    .map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
    .join("\n");
  return answer(
    status,
    "text/html;charset=UTF-8",
    `<html>\n<head>\n<title>Status page</title>\n</head>\n<body>\n${paragraphs}\n</body>\n</html>\n`,
  );
}

/** The page of something in front of Jamf Pro. */
export function firewallPage(): PracticeAnswer {
  return answer(
    403,
    "text/html",
    "<html><head><title>403 Forbidden</title></head><body><h1>PRACTICE firewall</h1><p>Request blocked.</p></body></html>",
  );
}
