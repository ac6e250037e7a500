/** Why something was not taken, beside what was typed. */
export function Problem({ children }: { children: string | undefined }) {
  return children === undefined ? null : (
    <p className="problem" role="alert">
      {children}
    </p>
  );
}
