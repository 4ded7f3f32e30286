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
  const offset = offsetIn(text, message);
  if (offset === null) return notJson(`${fileName} is no JSON.`);
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  const where = `${fileName}, line ${line}, column ${column}.`;
  if (!endsEarly(text, message, text.trimEnd().length)) return { ...notJson(where), at: { line, column } };
  return {
    code: "truncated-json",
    title: "The file ends in the middle of the JSON.",
    detail: where,
    fix: "Download or export the policies again.",
    at: { line, column },
  };
}

function notJson(detail: string): Problem {
  return {
    code: "not-json",
    title: "The file is not valid JSON.",
    detail,
    fix: "Export the policies again, or correct the file at this place.",
  };
}

/** Beyond this length the place of an error is not searched for when the engine does not tell it. */
const SEARCHED_LENGTH = 1_000_000;

/** Where parsing failed. The engine tells for most errors; for an unexpected token it is the end of the longest good start. */
function offsetIn(text: string, message: string): number | null {
  const told = positionIn(message);
  if (told !== null) return Math.min(told, text.length);
  if (endsEarly(text, message, text.length)) return text.length;
  if (text.length > SEARCHED_LENGTH) return null;
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isGoodStart(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isGoodStart(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    return endsEarly(start, error instanceof Error ? error.message : "", start.length);
  }
}

function endsEarly(text: string, message: string, end: number): boolean {
  if (text.trim() === "" || /unexpected end|unterminated/iu.test(message)) return true;
  return (positionIn(message) ?? -1) >= end;
}

function positionIn(message: string): number | null {
  const digits = /position (\d+)/u.exec(message)?.[1];
  return digits === undefined ? null : Number(digits);
}
