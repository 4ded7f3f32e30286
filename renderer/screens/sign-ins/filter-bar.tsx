import type { ReactNode } from "react";
import type { SignInsAnswer } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Popup, type PopupOption } from "../../components/popup.tsx";
import { useSignIns } from "../../stores/context.ts";
import type { AppChoice, SignInsChoice } from "../../stores/sign-ins-query.ts";
import { count } from "../../text/count.ts";
import { ColumnMenu } from "./column-menu.tsx";
import { shortTime } from "./sign-in-text.ts";

/** What is looked at: applications, and whatever else was narrowed, each of which can be taken back. */
export function FilterBar({ answer }: { readonly answer: SignInsAnswer }): ReactNode {
  const choice = useSignIns((state) => state.choice);
  const total = useSignIns((state) => state.total);
  const choose = useSignIns((state) => state.choose);
  const chips = chipsOf(choice);
  return (
    <div className="signs-filter">
      <Apps answer={answer} />
      <Button
        look={["small"]}
        className="signs-chip"
        aria-pressed={choice.failuresOnly}
        onPress={() => choose({ failuresOnly: !choice.failuresOnly })}
      >
        {choice.failuresOnly && <Icon name="check" size="small" />} Real failures only
      </Button>
      {chips.map(({ label, without }) => (
        <Button
          key={label}
          look={["small"]}
          className="signs-chip"
          aria-label={`Take back: ${label}`}
          onPress={() => choose(without)}
        >
          <span className="cut">{label}</span> <Icon name="remove" size="small" />
        </Button>
      ))}
      <span className="signs-total faint" role="status">
        {count(total, "row")}
      </span>
      <ColumnMenu />
    </div>
  );
}

function Apps({ answer }: { readonly answer: SignInsAnswer }): ReactNode {
  const apps = useSignIns((state) => state.choice.apps);
  const profileApps = useSignIns((state) => state.profileApps);
  const choose = useSignIns((state) => state.choose);
  const keys = profileApps.flatMap((app) => app.keys).join(", ");
  const options: PopupOption[] = [
    ...(profileApps.length === 0
      ? []
      : [{ id: "profile", title: `Jamf Connect, ${count(profileApps.length, "app")}`, note: keys }]),
    { id: "all", title: "All applications" },
    ...answer.report.byApp
      .filter(({ appId }) => appId !== null)
      .slice(0, 50)
      .map(({ appId, app, rows }) => ({
        id: appId ?? "",
        title: app ?? appId ?? "",
        note: `${appId} · ${count(rows, "row")}`,
      })),
  ];
  const value = typeof apps === "string" ? (profileApps.length === 0 ? "all" : apps) : apps.appId;
  const known = options.some(({ id }) => id === value) ? options : [...options, { id: value, title: value }];
  return (
    <Popup
      label="Applications"
      className="popup-host signs-apps"
      options={known}
      value={value}
      onChange={(id) => choose({ apps: appChoice(id) })}
    />
  );
}

function appChoice(id: string): AppChoice {
  return id === "profile" || id === "all" ? id : { appId: id };
}

type Chip = { readonly label: string; readonly without: Partial<SignInsChoice> };

function chipsOf({ since, until, user, code, policy, place }: SignInsChoice): readonly Chip[] {
  const chips: (Chip | null)[] = [
    since === null || until === null
      ? null
      : {
          label: `${shortTime(new Date(since).toISOString())} to ${shortTime(new Date(until).toISOString())}`,
          without: { since: null, until: null },
        },
    user === null ? null : { label: user === "" ? "nobody named" : user, without: { user: null } },
    code === null ? null : { label: String(code), without: { code: null } },
    policy === null ? null : { label: policy, without: { policy: null } },
    place === null ? null : { label: place, without: { place: null } },
  ];
  return chips.filter((chip) => chip !== null);
}
