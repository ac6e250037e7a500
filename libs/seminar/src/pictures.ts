const PICTURE = /\]\(asset:([0-9a-f]{64})\)/gu;

/** The pictures in what somebody wrote, by the hashes of their bytes: `![what it shows](asset:<hash>)`. */
export const picturesIn = (body: string): readonly string[] => [
  ...new Set([...body.matchAll(PICTURE)].map(([, hash = '']) => hash)),
];
