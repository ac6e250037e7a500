/** One contribution to a discussion: what opens a thread, or a reply to another post. */
export interface Post {
  id: string;
  author: string;
  /** Markdown, as its author wrote it. */
  text: string;
  /** The post that it answers. */
  parent?: string | undefined;
  /** How many others said by a reaction that they agree, or that it helped. */
  agreed?: number | undefined;
}

/** One sentence of a summary, and the posts whose words it rests on: never none. */
export interface SummarySentence {
  text: string;
  cites: readonly string[];
}
