import { fail, type Problem, type Result, succeed } from "../../problem.ts";

/** Parses JSON and says in the user's words what the text is when it is not JSON. */
export function parseJson(text: string, fileName: string): Result<unknown> {
  const start = text.trimStart();
  if (start === "") return fail(emptyFile(fileName));
  if (start.startsWith("<")) return fail(markup(start, fileName));
  try {
    const value: unknown = JSON.parse(text);
    return succeed(value);
  } catch (error) {
    return fail(brokenJson(text, fileName, error instanceof Error ? error.message : ""));
  }
}

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

function brokenJson(text: string, fileName: string, message: string): Problem {
  const position = /position (\d+)/u.exec(message)?.[1];
  const offset = position === undefined ? text.length : Math.min(Number(position), text.length);
  const cutOff = /unexpected end|unterminated/iu.test(message) || offset >= text.trimEnd().length;
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  return {
    code: cutOff ? "truncated-json" : "not-json",
    title: cutOff ? "The file ends in the middle of the JSON." : "The file is not valid JSON.",
    detail: `${fileName}, line ${line}, column ${column}.`,
    fix: cutOff
      ? "Download or export the policies again."
      : "Export the policies again, or correct the file at this place.",
    at: { line, column },
  };
}
