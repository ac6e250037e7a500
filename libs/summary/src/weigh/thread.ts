import type { Post } from '../post.ts';

/** Where a post stands in its discussion. */
export interface Standing {
  depth: number;
  /** How many posts answer it, directly. */
  replies: number;
}

export function standings(posts: readonly Post[]): ReadonlyMap<Post, Standing> {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const replies = new Map<string, number>();
  for (const { parent } of posts) if (parent !== undefined) replies.set(parent, (replies.get(parent) ?? 0) + 1);
  const depthOf = (post: Post): number => {
    const seen = new Set([post]);
    let depth = 0;
    for (let above = parentOf(post); above && !seen.has(above); above = parentOf(above)) {
      seen.add(above);
      depth += 1;
    }
    return depth;
  };
  const parentOf = ({ parent }: Post): Post | undefined => (parent === undefined ? undefined : byId.get(parent));
  return new Map(posts.map((post) => [post, { depth: depthOf(post), replies: replies.get(post.id) ?? 0 }]));
}
