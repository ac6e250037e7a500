/** Bounds on what is read. Each is a setting; these are the defaults (see docs/operating.md). */
export interface ReadLimits {
  /** Size of the source in bytes. */
  bytes: number;
  /** Size in bytes of a source that is text without tags: plain or Markdown. */
  textBytes: number;
  /** Elements within each other in XML and HTML. */
  depth: number;
  /** Files in an archive such as a Word document. */
  archiveEntries: number;
  /** Bytes that all of them expand to. */
  archiveBytes: number;
  /** How many times larger a file in an archive may be than it is packed. */
  archiveRatio: number;
  /** Size of a picture in bytes. */
  imageBytes: number;
  /** Pictures of an article; those beyond are left out. */
  images: number;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_READ_LIMITS: ReadLimits = {
  bytes: 32 * MEGABYTE,
  textBytes: 2 * MEGABYTE,
  depth: 200,
  archiveEntries: 2_000,
  archiveBytes: 128 * MEGABYTE,
  archiveRatio: 200,
  imageBytes: 8 * MEGABYTE,
  images: 200,
};
