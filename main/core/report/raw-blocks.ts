import type { Exchange, LoginResult, Step, TokenReport } from "../login-result.ts";
import type { Block } from "./blocks.ts";

/** The raw data of one sign-in: requests and answers of its steps, claims of its tokens. */
export function rawBlocks(result: LoginResult): readonly Block[] {
  return [
    ...result.steps.flatMap(exchangeBlocks),
    ...tokenBlocks("ID token", result.tokens.id),
    ...tokenBlocks("Access token", result.tokens.access),
  ];
}

function exchangeBlocks({ title, request, response }: Step): readonly Block[] {
  if (request === undefined) return [];
  return [
    {
      kind: "details",
      summary: `${title}: request and answer`,
      blocks: [
        { kind: "code", caption: "Request", text: exchangeText(request) },
        ...(response === undefined
          ? []
          : [{ kind: "code", caption: "Answer", text: exchangeText(response) } as const]),
      ],
    },
  ];
}

function exchangeText({ line, headers, body }: Exchange): string {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [line, ...head, ...(body === "" ? [] : ["", body])].join("\n");
}

function tokenBlocks(name: string, token: TokenReport | undefined): readonly Block[] {
  if (token === undefined) return [];
  return [
    {
      kind: "details",
      summary: `${name}: signature ${token.signature}`,
      blocks: [
        ...checkBlocks(token),
        {
          kind: "table",
          head: ["Claim", "Value"],
          rows: Object.entries(token.claims).map(([claim, value]) => [
            { code: claim },
            { code: typeof value === "string" ? value : JSON.stringify(value) },
          ]),
        },
      ],
    },
  ];
}

const outcomeText = { passed: "Passed", failed: "Failed", "not-made": "Not made" } as const;

/** A masked copy of an older run may have none. */
function checkBlocks({ checks }: TokenReport): readonly Block[] {
  if (checks.length === 0) return [];
  const rows = checks.map(({ title, outcome, detail }) => [title, outcomeText[outcome], detail]);
  return [{ kind: "table", head: ["Check", "Outcome", "What was compared"], rows }];
}
