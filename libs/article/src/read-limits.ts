/** Bounds on what is read. Each is a setting; these are the defaults (see docs/operating.md). */
export interface ReadLimits {
  /** Size of the source in bytes. */
  bytes: number;
}

export const DEFAULT_READ_LIMITS: ReadLimits = { bytes: 2 * 1024 * 1024 };
