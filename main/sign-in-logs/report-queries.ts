import { WINDOWS_AZURE_AD } from "../core/microsoft-apps.ts";

import {
  type AppCount,
  type Beginning,
  beginningHour,
  type ClassCounts,
  classOf,
  type FileReading,
  fewestTimes,
  fitsBaselineChange,
  isNearLockOut,
  isRealFailure,
  type LockOut,
  noCounts,
  type PolicyCount,
  type Rhythm,
  type RowFilter,
  rhythmOf,
  type SignInClass,
  type SignInReport,
  signInClasses,
  sqlRealFailure,
} from "../core/sign-ins/index.ts";
import type { Database } from "./database.ts";
import { sqlFailedPolicies, sqlPlace, sqlUser, whereOf } from "./row-queries.ts";

/** The one number, and what it is made of. */
export type ClassTotals = Pick<
  SignInReport,
  "rows" | "classes" | "realFailures" | "loggedFailures" | "interrupts"
>;

/** What the rows say, and how many people were met, of whom it may name the first only. */
export type Reported = { readonly report: SignInReport; readonly people: number };

/** Nobody reads more users, hours or places than this. */
const most = 100_000;

/** The counts of {@link ClassTotals} by one look at the table. */
export async function totalsOf(database: Database, filter: RowFilter): Promise<ClassTotals> {
  // There are few codes: what is asked of a class is asked of each code once, and not of each row.
  const found = await database.rows(
    `SELECT code, count(*) FROM counted WHERE ${whereOf(filter)} GROUP BY code`,
  );
  const codes = found.map(([code, rows]) => ({ code: Number(code), rows: Number(rows) }));
  const classes = noCounts();
  for (const { code, rows } of codes) classes[classOf(code)] += rows;
  const sum = (isMeant: (code: number) => boolean) =>
    codes.reduce((total, { code, rows }) => total + (isMeant(code) ? rows : 0), 0);
  return {
    rows: sum(() => true),
    classes,
    realFailures: sum(isRealFailure),
    loggedFailures: sum((code) => code !== 0),
    interrupts: sum((code) => !isRealFailure(code)) - classes.success - classes["password-correct-mfa"],
  };
}

/** Everything but the findings, which follow from it. */
export async function reportOf(
  database: Database,
  filter: RowFilter,
  files: readonly FileReading[],
  checkMinutes: number | null,
): Promise<Omit<SignInReport, "findings">> {
  const where = whereOf(filter);
  const totals = await totalsOf(database, filter);
  const [whole] =
    await database.rows(`SELECT min(time), max(time), count(*) FILTER (coalesce(lower(protocol), '') NOT IN ('', 'none'))
    FROM good WHERE ${where}`);
  const [from, to, withProtocol] = whole ?? [];
  const sum = (count: (file: FileReading) => number) => files.reduce((total, file) => total + count(file), 0);
  const duplicates = sum((file) => file.duplicates);
  return {
    ...totals,
    read: sum((file) => file.rows) - duplicates,
    skipped: sum((file) => file.skipped),
    duplicates,
    undated: sum((file) => file.undated),
    formats: [...new Set(files.map(({ format }) => format))],
    files,
    period: typeof from === "number" && typeof to === "number" ? { from: iso(from), to: iso(to) } : null,
    withProtocol: Number(withProtocol ?? 0),
    byUser: await byUser(database, where),
    byHour: await byHour(database, where),
    byCode: (
      await database.rows(
        `SELECT code, class, count(*) FROM good WHERE ${where} GROUP BY ALL ORDER BY 3 DESC, 1`,
      )
    ).map(([code, name, rows]) => ({ code: Number(code), class: name as SignInClass, rows: Number(rows) })),
    byApp: await byApp(database, where),
    byPlace: (
      await database.rows(`SELECT ${sqlPlace} AS place, count(*), count(*) FILTER (${sqlRealFailure})
        FROM good WHERE ${where} GROUP BY 1 HAVING place <> '' ORDER BY 2 DESC, 1 LIMIT ${most}`)
    ).map(([place, rows, failures]) => ({
      place: String(place),
      rows: Number(rows),
      failures: Number(failures),
    })),
    byPolicy: await byPolicy(database, where),
    lockOut: await lockOut(database, where),
    rhythms: await rhythms(database, where, checkMinutes),
    began: await began(database, where),
    risky: (
      await database.rows(`SELECT "user", count(*), count(*) FILTER (class = 'password-correct-mfa') AS checks FROM good
        WHERE ${where} AND "user" IS NOT NULL AND (lower(riskState) IN ('atrisk', 'confirmedcompromised') OR lower(riskLevel) IN ('low', 'medium', 'high'))
        GROUP BY 1 HAVING checks > 0 ORDER BY 3 DESC, 1 LIMIT 1000`)
    ).map(([user, rows, checks]) => ({ user: String(user), rows: Number(rows), checks: Number(checks) })),
  };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

const classColumns = signInClasses.map((name) => `count(*) FILTER (class = '${name}')`).join(", ");

function classesFrom(cells: readonly unknown[]): ClassCounts {
  const counts = noCounts();
  signInClasses.forEach((name, index) => {
    counts[name] = Number(cells[index]);
  });
  return counts;
}

async function byUser(database: Database, where: string): Promise<SignInReport["byUser"]> {
  const found =
    await database.rows(`SELECT ${sqlUser}, count(*), count(*) FILTER (${sqlRealFailure}) AS failures, ${classColumns}
    FROM good WHERE ${where} GROUP BY 1 ORDER BY failures DESC, 2 DESC, 1 LIMIT ${most}`);
  return found.map(([user, rows, failures, ...classes]) => ({
    user: String(user),
    rows: Number(rows),
    failures: Number(failures),
    classes: classesFrom(classes),
  }));
}

async function byHour(database: Database, where: string): Promise<SignInReport["byHour"]> {
  const found =
    await database.rows(`SELECT time // 3600000, count(*), count(*) FILTER (${sqlRealFailure}), ${classColumns}
    FROM good WHERE ${where} AND time IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT ${most}`);
  return found.map(([hour, rows, failures, ...classes]) => ({
    hour: iso(Number(hour) * 3_600_000),
    rows: Number(rows),
    failures: Number(failures),
    classes: classesFrom(classes),
  }));
}

async function byApp(database: Database, where: string): Promise<readonly AppCount[]> {
  const found =
    await database.rows(`SELECT appId, any_value(app), count(*), count(*) FILTER (${sqlRealFailure}), count(*) FILTER (lower(protocol) = 'ropc')
    FROM good WHERE ${where} GROUP BY appId ORDER BY 3 DESC, 1 LIMIT 1000`);
  return found.map(([appId, app, rows, failures, ropc]) => ({
    appId: textOr(appId),
    app: textOr(app),
    rows: Number(rows),
    failures: Number(failures),
    ropc: Number(ropc),
  }));
}

function textOr(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** Policies that a row names as applied and not satisfied. */
const failedPolicies = (where: string) => `SELECT "user", unnest(${sqlFailedPolicies}) AS policy
  FROM good WHERE ${where} AND policies IS NOT NULL AND class <> 'success'`;

async function byPolicy(database: Database, where: string): Promise<readonly PolicyCount[]> {
  const found =
    await database.rows(`SELECT coalesce(policy.displayName, policy.id), any_value(policy.id), count(*), count(DISTINCT "user")
    FROM (${failedPolicies(where)}) GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 1000`);
  return found.map(([policy, id, rows, users]) => ({
    policy: String(policy),
    id: textOr(id),
    rows: Number(rows),
    users: Number(users),
  }));
}

async function lockOut(database: Database, where: string): Promise<readonly LockOut[]> {
  const found = await database.rows(`WITH told AS (SELECT "user", time, class, row FROM good
      WHERE ${where} AND "user" IS NOT NULL AND class IN ('password-wrong', 'locked-out', 'success', 'password-correct-mfa', 'password-correct-blocked')),
    turned AS (SELECT *, lag(class) OVER (PARTITION BY "user" ORDER BY time, row) AS earlier,
      max(time) FILTER (class NOT IN ('password-wrong', 'locked-out')) OVER (PARTITION BY "user") AS correct FROM told)
    SELECT "user", count(*) FILTER (class = 'password-wrong' AND (correct IS NULL OR time > correct)) AS wrong,
      count(*) FILTER (class = 'locked-out') AS locked,
      count(*) FILTER (class = 'locked-out' AND earlier IS DISTINCT FROM 'locked-out'),
      max(time) FILTER (class IN ('password-wrong', 'locked-out'))
    FROM turned GROUP BY 1 HAVING wrong > 0 OR locked > 0 ORDER BY locked DESC, wrong DESC, 1 LIMIT 1000`);
  return found
    .map(([user, wrong, locked, times, last]) => ({
      user: String(user),
      wrong: Number(wrong),
      lockedRows: Number(locked),
      timesLocked: Number(times),
      lastAt: typeof last === "number" ? iso(last) : null,
    }))
    .filter(isNearLockOut);
}

async function rhythms(
  database: Database,
  where: string,
  checkMinutes: number | null,
): Promise<readonly Rhythm[]> {
  const found =
    await database.rows(`SELECT "user", any_value(app), code, count(*), list(time ORDER BY time DESC)[:2000]::VARCHAR FROM good
    WHERE ${where} AND "user" IS NOT NULL AND time IS NOT NULL AND class IN ('password-wrong', 'account-state')
    GROUP BY "user", appId, code HAVING count(*) >= ${fewestTimes} ORDER BY 4 DESC, 1 LIMIT 500`);
  return found.flatMap(([user, app, code, times, list]) => {
    const ats = JSON.parse(String(list)) as readonly number[];
    const everyMinutes = rhythmOf(ats, checkMinutes);
    const [first, last] = [ats.at(-1), ats[0]];
    if (everyMinutes === null || first === undefined || last === undefined) return [];
    return [
      {
        user: String(user),
        app: textOr(app),
        code: Number(code),
        everyMinutes,
        times: Number(times),
        since: iso(first),
        until: iso(last),
      },
    ];
  });
}

async function began(database: Database, where: string): Promise<Beginning | null> {
  const hours =
    await database.rows(`SELECT time // 3600000, count(*) FILTER (class = 'success'), count(*) FILTER (class = 'password-correct-mfa')
    FROM good WHERE ${where} AND time IS NOT NULL AND class IN ('success', 'password-correct-mfa') GROUP BY 1 ORDER BY 1`);
  const found = beginningHour(
    hours.map(([hour, successes, met]) => ({
      hour: Number(hour),
      successes: Number(successes),
      met: Number(met),
    })),
  );
  if (found === null) return null;
  const since = `${where} AND class = 'password-correct-mfa' AND time >= ${found.hour * 3_600_000}`;
  const [first] = await database.rows(
    `SELECT min(time), count(*) FILTER (resourceId = '${WINDOWS_AZURE_AD}' OR contains(coalesce(audiences, ''), '${WINDOWS_AZURE_AD}')) > count(*) / 2 FROM good WHERE ${since}`,
  );
  const policies = await byPolicy(database, since);
  const at = Number(first?.[0]);
  // Those of the same hour before that time are before it as well.
  const [before] = await database.rows(
    `SELECT count(*) FROM good WHERE ${where} AND class = 'success' AND time < ${at}`,
  );
  return {
    at: iso(at),
    before: Number(before?.[0]),
    after: found.after,
    policies: policies.filter(({ rows }) => rows >= found.after / 2).map(({ policy }) => policy),
    fitsBaselineChange: fitsBaselineChange(at, first?.[1] === true),
  };
}
