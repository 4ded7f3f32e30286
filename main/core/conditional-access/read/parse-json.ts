import { parseJsonText } from "../../json/parse.ts";
import { fail, type Problem, type Result, succeed } from "../../problem.ts";
import { maximumPolicyDepth, maximumPolicyValues } from "../limits.ts";

/** Parses JSON and says in the user's words what the text is when it is not JSON; what stands in it is never repeated. */
export function parseJson(text: string, fileName: string): Result<unknown> {
  const start = text.trimStart();
  if (start === "") return fail(emptyFile(fileName));
  if (start.startsWith("<")) return fail(markup(start, fileName));
  const parsed = parseJsonText(text, limits);
  return parsed.ok ? succeed(parsed.value) : fail(brokenJson(parsed, fileName));
}

const limits = { depth: maximumPolicyDepth, values: maximumPolicyValues };

function emptyFile(fileName: string): Problem {
  return {
    code: "empty-file",
    title: "The file is empty.",
    detail: `${fileName} holds no text.`,
    fix: "Export the policies again and choose the new file.",
  };
}

function markup(start: string, fileName: string): Problem {
  if (/^<(!doctype\s+html|html|head|body|script)/iu.test(start)) {
    return {
      code: "html-instead-of-policies",
      title: "The file is a web page, not an export of policies.",
      detail: `${fileName} starts with HTML. A portal that has signed you out saves its sign-in page under the name of the download.`,
      fix: "Sign in to the portal again and repeat the download, or export with Microsoft Graph.",
    };
  }
  return {
    code: "not-json",
    title: "The file is XML, not an export of policies.",
    detail: `${fileName} starts with "<".`,
    fix: "Choose the JSON export of the Conditional Access policies.",
  };
}

function brokenJson(
  { at, endsEarly, isTooMuch }: Extract<ReturnType<typeof parseJsonText>, { ok: false }>,
  fileName: string,
): Problem {
  const detail = `${fileName}, line ${at.line}, column ${at.column}.`;
  if (isTooMuch) return tooMuch(detail);
  return endsEarly
    ? {
        code: "truncated-json",
        title: "The file ends in the middle of the JSON.",
        detail,
        fix: "Download or export the policies again.",
        at,
      }
    : {
        code: "not-json",
        title: "The file is not valid JSON.",
        detail,
        fix: "Export the policies again, or correct the file at this place.",
        at,
      };
}

function tooMuch(where: string): Problem {
  return {
    code: "file-too-large",
    title: "The file holds more than an export of Conditional Access policies.",
    detail: `${where} The limit is ${maximumPolicyValues} values and ${maximumPolicyDepth} levels.`,
    fix: "Export only the policies (identity/conditionalAccess/policies).",
  };
}
