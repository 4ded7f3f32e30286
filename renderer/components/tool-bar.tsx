import type { ReactNode } from "react";

type ToolBarProps = {
  readonly title: ReactNode;
  readonly subtitle: ReactNode;
  readonly children?: ReactNode;
};

/** Head of a screen: what it is about, and its actions on the right. */
export function ToolBar({ title, subtitle, children }: ToolBarProps): ReactNode {
  return (
    <header className="tool-bar">
      <div className="tool-title grow">
        <h1 className="cut">{title}</h1>
        <p className="cut">{subtitle}</p>
      </div>
      {children}
    </header>
  );
}

type SectionProps = {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** One part of an inspector: heading, where it comes from, content. */
export function Section({ title, aside, className, children }: SectionProps): ReactNode {
  return (
    <section className={className === undefined ? "section" : `section ${className}`}>
      <div className="section-head">
        <h2>{title}</h2>
        {aside !== undefined && <span>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
