import type { ReactNode } from "react";
import type { BaselineCell, BaselineSetting, RecipeOutcome } from "../../../preload/contract.ts";
import { checkWord, demandWord, loginWord, settingTitles } from "./outcome-text.ts";

type Row = {
  readonly setting: BaselineSetting;
  readonly login: BaselineCell | RecipeOutcome["login"];
  readonly check: BaselineCell | RecipeOutcome["check"];
  /** Said behind the name of the setting, for example that it is the tenant's. */
  readonly aside?: string;
};

type SettingsTableProps = {
  readonly rows: readonly Row[];
  /** True where the check was refused for a reason of its own: then only what policies demand is said of it. */
  readonly isCheckRefused?: boolean;
};

/** What both sign-ins meet under each way to treat basic scopes. */
export function SettingsTable({ rows, isCheckRefused = false }: SettingsTableProps): ReactNode {
  const wordOfCheck = isCheckRefused ? demandWord : checkWord;
  return (
    <table className="settings-table">
      <thead>
        <tr>
          <th scope="col">Basic scopes</th>
          <th scope="col">Login</th>
          <th scope="col">Check</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ setting, login, check, aside }) => {
          const [left, right] = [loginWord(login), wordOfCheck(check)];
          return (
            <tr key={setting}>
              <th scope="row">
                {settingTitles[setting]}
                {aside !== undefined && <span className="faint">, {aside}</span>}
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
