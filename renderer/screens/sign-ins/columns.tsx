import type { ReactNode } from "react";
import type { RowColumn, SignInRow } from "../../../preload/contract.ts";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { Tag } from "../../components/tag.tsx";
import { useSignIns } from "../../stores/context.ts";
import { type ColumnId, usualColumns } from "../../stores/sign-in-columns.ts";
import { className, classTone, protocolText, requirementText, rowTime } from "./sign-in-text.ts";

/** A column of the table of rows. */
export type Column = {
  readonly id: ColumnId;
  readonly title: string;
  /** As a track of a grid. */
  readonly width: string;
  /** What the rows are sorted by where they are sorted by it. */
  readonly sort: RowColumn | null;
  readonly cell: (row: SignInRow) => ReactNode;
};

const columns: readonly Column[] = [
  { id: "at", title: "Time (UTC)", width: "116px", sort: "at", cell: (row) => rowTime(row.at) },
  {
    id: "user",
    title: "User",
    width: "minmax(110px, 1.6fr)",
    sort: "user",
    cell: (row) => <UserCell user={row.user ?? row.userName} />,
  },
  {
    id: "class",
    title: "Class",
    width: "112px",
    sort: "class",
    cell: (row) => <Tag tone={classTone[row.class]}>{className[row.class]}</Tag>,
  },
  { id: "code", title: "Code", width: "64px", sort: "code", cell: (row) => <code>{row.code}</code> },
  {
    id: "app",
    title: "Application",
    width: "minmax(90px, 1fr)",
    sort: "app",
    cell: (row) => <Cut value={row.app ?? row.appId} />,
  },
  {
    id: "requirement",
    title: "Requirement",
    width: "92px",
    sort: "requirement",
    cell: (row) => requirementText(row.requirement),
  },
  {
    id: "protocol",
    title: "Protocol",
    width: "66px",
    sort: "protocol",
    cell: (row) => protocolText(row.protocol),
  },
  {
    id: "policies",
    title: "Policy",
    width: "minmax(60px, 1fr)",
    sort: null,
    cell: (row) => <Cut value={row.policies} />,
  },
  { id: "ip", title: "IP address", width: "108px", sort: "ip", cell: (row) => row.ip ?? "–" },
  {
    id: "place",
    title: "Place",
    width: "minmax(70px, 1fr)",
    sort: null,
    cell: (row) => <Cut value={[row.city, row.country].filter((part) => part !== null).join(", ") || null} />,
  },
  { id: "resource", title: "Resource", width: "minmax(70px, 1fr)", sort: null, cell: text("resource") },
  { id: "client", title: "Client", width: "minmax(70px, 1fr)", sort: null, cell: text("client") },
  { id: "os", title: "System", width: "minmax(60px, 1fr)", sort: null, cell: text("os") },
  { id: "reason", title: "Reason", width: "minmax(90px, 2fr)", sort: null, cell: text("reason") },
  { id: "riskState", title: "Risk", width: "72px", sort: null, cell: text("riskState") },
  { id: "kind", title: "Kind", width: "104px", sort: null, cell: text("kind") },
  { id: "id", title: "Request ID", width: "minmax(90px, 1fr)", sort: null, cell: text("id") },
  {
    id: "correlationId",
    title: "Correlation ID",
    width: "minmax(90px, 1fr)",
    sort: null,
    cell: text("correlationId"),
  },
];

function text(name: "resource" | "client" | "os" | "reason" | "riskState" | "kind" | "id" | "correlationId") {
  return (row: SignInRow): ReactNode => <Cut value={row[name]} />;
}

/** A value of any length: where it has no room its middle gives way, and the tooltip has the whole. */
function Cut({ value }: { readonly value: string | null }): ReactNode {
  return value === null ? "–" : <MiddleCut value={value} />;
}

/** Who signed in: what stands before the @ is told apart longest, the domain gives way first. */
function UserCell({ user }: { readonly user: string | null }): ReactNode {
  const at = user?.lastIndexOf("@") ?? -1;
  if (user === null || at < 1) return <Cut value={user} />;
  return (
    <span className="signs-address" title={user}>
      <MiddleCut value={user.slice(0, at)} whole={user} />
      <span className="cut faint">{user.slice(at)}</span>
    </span>
  );
}

/** Every column that can be shown, in the order in which they stand. */
export const allColumns = columns;

/** The columns that were chosen, in their order. */
export function columnsOf(ids: readonly ColumnId[]): readonly Column[] {
  return columns.filter(({ id }) => ids.includes(id));
}

/** The columns that stand there by themselves, and whether these do: a narrow window leaves some of them out. */
export function useShownColumns(): {
  readonly ids: readonly ColumnId[];
  readonly usual: readonly ColumnId[];
  readonly areUsual: boolean;
} {
  const chosen = useSignIns((state) => state.columns);
  const hasProtocol = useSignIns(({ answer }) => (answer?.report.withProtocol ?? 0) > 0);
  const usual = usualColumns(hasProtocol);
  return { ids: chosen ?? usual, usual, areUsual: chosen === null };
}
