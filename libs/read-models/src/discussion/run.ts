/** Runs a statement of this projection, prepared under its name; $1 is the seminar. */
export type Run = <Row extends object>(name: string, text: string, ...values: unknown[]) => Promise<{ rows: Row[] }>;
