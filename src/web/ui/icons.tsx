import type { Verdict } from '#core/grading/grade.ts';

type IconProps = { readonly className?: string | undefined };
const frame = { width: 16, height: 16, viewBox: '0 0 16 16', focusable: false } as const;

/** Filled with a tick for met, half for not sure, hollow for missed: told apart by shape before color. */
export function VerdictIcon({ verdict, className }: IconProps & { readonly verdict: Verdict }) {
  return (
    <svg
      {...frame}
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      {verdict === 'yes' ? (
        <>
          <circle cx="8" cy="8" r="7.25" fill="currentColor" stroke="none" />
          <path d="M4.8 8.3l2.2 2.2 4.3-4.8" stroke="var(--paper)" strokeWidth="1.8" />
        </>
      ) : null}
      {verdict === 'unsure' ? (
        <>
          <circle cx="8" cy="8" r="6.5" strokeDasharray="2.6 1.6" />
          <path d="M5.9 6.3a2.1 2.1 0 1 1 3 2c-.6.3-.9.6-.9 1.2M8 11.2v.9" />
        </>
      ) : null}
      {verdict === 'no' ? <circle cx="8" cy="8" r="6.5" /> : null}
    </svg>
  );
}

export function WarnIcon({ className }: IconProps) {
  return (
    <svg
      {...frame}
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d="M8 1.9l6.6 11.9H1.4z" strokeLinejoin="round" />
      <path d="M8 6.3v3.6M8 11.2v1.1" />
    </svg>
  );
}

export function FlagIcon({ className }: IconProps) {
  return (
    <svg
      {...frame}
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d="M3 15V1.8M3 2.2h9.6L10 5.6 12.6 9H3" strokeLinejoin="round" />
    </svg>
  );
}

export function SearchIcon({ className }: IconProps) {
  return (
    <svg
      {...frame}
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <circle cx="7" cy="7" r="4.6" />
      <path d="M10.4 10.4l4 4" />
    </svg>
  );
}
