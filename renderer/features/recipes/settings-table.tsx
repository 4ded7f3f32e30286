import type { ReactNode } from "react";
import type { BaselineCell, BaselineSetting, RecipeOutcome } from "../../../preload/contract.ts";
import { checkWord, loginWord, settingTitles } from "./outcome-text.ts";

type Row = {
  readonly setting: BaselineSetting;
  readonly login: BaselineCell | RecipeOutcome["login"];
  readonly check: BaselineCell | RecipeOutcome["check"];
  /** Said behind the name of the setting, for example that it is the tenant's. */
  readonly aside?: string;
};

/** What both sign-ins meet under each way to treat basic scopes. */
export function SettingsTable({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  return (
    <table className="settings-table">
      <thead>
        <tr>
          <th scope="col">If basic scopes are</th>
          <th scope="col">Login</th>
          <th scope="col">Check</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ setting, login, check, aside }) => {
          const [left, right] = [loginWord(login), checkWord(check)];
          return (
            <tr key={setting}>
              <th scope="row">
                {settingTitles[setting]} {aside !== undefined && <span className="faint">({aside})</span>}
              </th>
              <td className={`tone-${left.tone}`}>{left.word}</td>
              <td className={`tone-${right.tone}`}>{right.word}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
