import { isGuid } from "../../guid.ts";
import { findEntry } from "../../verdict/catalogue.ts";
import { endsWithCodeLabel } from "./numbers.ts";
import { jsonIn } from "./provider-answer.ts";

/** What rows of a sign-in log in a text say. `codes` without repetition in their order, 0 left out. */
export type Rows = {
  readonly codes: readonly number[];
  /** Rows that say that nothing failed. */
  readonly succeeded: number;
  /** Whether every row that succeeded says that it came by user name and password alone (`ropc`). */
  readonly byPassword: boolean;
  /** Rows that say that something failed and do not say what. */
  readonly failedWithoutCode: number;
};

const mostRows = 2000;
const mostDepth = 4;

/** Rows of the sign-in log in a text: in JSON, as the page of one row, or as lines of a CSV file; null where it holds none. */
export function signInRowsIn(text: string): Rows | null {
  return rowsOfJson(jsonIn(text)) ?? rowOfPage(text) ?? rowsOfCells(text);
}

/**
 * Rows of the sign-in log in JSON: of Graph and of the portal (`status.errorCode`), of Azure Monitor (`ResultType`), alone, in a
 * list or in a page. Null where there is none.
 */
function rowsOfJson(value: unknown): Rows | null {
  const rows: Row[] = [];
  collect(value, rows, 0);
  return summary(rows);
}

type Row = {
  readonly code: number | null;
  readonly status: "success" | "failure" | null;
  readonly byPassword: boolean;
};

function collect(value: unknown, rows: Row[], depth: number): void {
  if (rows.length >= mostRows || depth > mostDepth || typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, mostRows)) collect(item, rows, depth + 1);
    return;
  }
  const members = new Map<string, unknown>(Object.entries(value).map(([name, v]) => [name.toLowerCase(), v]));
  const row = rowOf(members);
  if (row !== null) rows.push(row);
  else for (const member of members.values()) collect(member, rows, depth + 1);
}

const marks = [
  "userprincipalname",
  "appid",
  "createddatetime",
  "appdisplayname",
  "correlationid",
  "category",
];

function rowOf(members: ReadonlyMap<string, unknown>): Row | null {
  const status = members.get("status");
  const inStatus =
    typeof status === "object" && status !== null && "errorCode" in status ? status.errorCode : undefined;
  const isMarked = marks.some((name) => members.has(name));
  const given =
    inStatus ??
    members.get("resulttype") ??
    (isMarked ? (members.get("errorcode") ?? members.get("error_code")) : undefined);
  const code = codeOf(given);
  if (code === null) return null;
  const protocol = members.get("authenticationprotocol");
  return {
    code,
    status: code === 0 ? "success" : "failure",
    byPassword: typeof protocol === "string" && protocol.toLowerCase() === "ropc",
  };
}

function codeOf(value: unknown): number | null {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  return typeof value === "string" && /^\d{1,8}$/.test(value) ? Number(value) : null;
}

function summary(rows: readonly Row[]): Rows | null {
  if (rows.length === 0) return null;
  const codes = rows.flatMap(({ code }) => (code === null || code === 0 ? [] : [code]));
  const good = rows.filter(({ status }) => status === "success");
  return {
    codes: [...new Set(codes)].slice(0, 20),
    succeeded: good.length,
    byPassword: good.every((row) => row.byPassword),
    failedWithoutCode: rows.filter(({ status, code }) => status === "failure" && code === null).length,
  };
}

/** Names of the fields on the details page of a sign-in in Entra's admin center. */
const fields =
  /^[ \t]*"?(?:date|request id|correlation id|user|username|user id|application|application id|resource|resource id|client app|ip address|location|authentication requirement|conditional access|failure reason|additional details|sign-in error code|flagged for review|risk state|token issuer type|sign-in identifier|session id)"?[ \t]*(?:[:\t]|\s{2,}|\r?$)/gim;

/** The details page of a sign-in, copied from Entra's admin center; null for anything else. */
function rowOfPage(text: string): Rows | null {
  if (text.length > 100_000) return null;
  const names = new Set((text.match(fields) ?? []).map((name) => name.trim().toLowerCase()));
  if (names.size < 3) return null;
  const code = /sign-in error code"?[\s:|]{1,10}"?(\d{1,8})\b/i.exec(text)?.[1];
  const status = /^[ \t]*"?status"?[\s:|]{1,10}"?(success|failure|interrupted)\b/im
    .exec(text)?.[1]
    ?.toLowerCase();
  if (code === undefined && status === undefined) return null;
  const number = code === undefined ? null : Number(code);
  const failed = status === "failure" || status === "interrupted" || (number !== null && number !== 0);
  // An app can be called so, too.
  const byPassword = /authentication protocol"?[\s:|]{1,10}"?ropc\b/i.test(text);
  return summary([
    { code: failed && number === 0 ? null : number, status: failed ? "failure" : "success", byPassword },
  ]);
}

/** `errorCode: 50126`, `"ResultType": "50126"`, `Sign-in error code 50126` without the rest of the row. */
export function codesOfFields(text: string): readonly number[] {
  const sure = [
    ...text.matchAll(
      /\b(?:errorCode|ResultType|Sign-in error code|error_codes?)"?[\s:=[|]{1,10}"?(\d{4,8})\b/gi,
    ),
  ];
  const maybe = [...text.matchAll(/\bcode"?\s{0,3}[:=]\s{0,3}"?(\d{5,8})\b/gi)]
    .map((match) => ({ code: Number(match[1]), before: textBefore(text, match) }))
    .filter(({ code, before }) => findEntry(code) !== null && endsWithCodeLabel(before))
    .map(({ code }) => code);
  const codes = [...sure.map((match) => Number(match[1])), ...maybe];
  return [...new Set(codes)].slice(0, 20);
}

/** What stands before the number of a match, as far as it tells what the number is. */
function textBefore(text: string, { 0: whole, 1: number = "", index }: RegExpMatchArray): string {
  const from = index ?? 0;
  return text.slice(Math.max(0, from - 40), from + whole.length - number.length);
}

/** Lines of a CSV download of the log: many cells, one of them a status or a date, one of them a code. */
function rowsOfCells(text: string): Rows | null {
  const rows = text.split(/\r?\n/, mostRows).flatMap((line) => rowOfLine(line) ?? []);
  return summary(rows);
}

function rowOfLine(line: string): Row | null {
  if (line.length > 20_000) return null;
  const cells = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  if (cells.length < 4) return null;
  if (!isOfSignInLog(cells)) return null;
  const place = cells.findIndex((cell) => /^(?:success|failure|interrupted)$/i.test(cell));
  const failed = cells[place]?.toLowerCase() !== "success";
  // The download has the code behind the status; a number elsewhere may be that of a network.
  const behind = place < 0 ? "" : (cells[place + 1] ?? "");
  const code = /^\d{4,8}$/.test(behind) ? Number(behind) : knownCodeIn(cells);
  if (place < 0) return code === null ? null : { code, status: "failure", byPassword: false };
  return {
    code: failed ? code : 0,
    status: failed ? "failure" : "success",
    byPassword: cells.includes("ropc"),
  };
}

/** Each row of the log has a time and the id of its request; tables of other things have dates and words of success, too. */
function isOfSignInLog(cells: readonly string[]): boolean {
  return cells.some((cell) => /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(cell)) && cells.some(isGuid);
}

function knownCodeIn(cells: readonly string[]): number | null {
  const code = cells.find((cell) => /^\d{5,7}$/.test(cell) && findEntry(Number(cell)) !== null);
  return code === undefined ? null : Number(code);
}
