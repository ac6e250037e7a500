import type { AnnotationId, SeminarId } from '#seminar';

/** Where a mail leads. */
export class Links {
  readonly #publicUrl: string;
  readonly #seminar: SeminarId;

  constructor(publicUrl: string, seminar: SeminarId) {
    this.#publicUrl = publicUrl;
    this.#seminar = seminar;
  }

  seminar(): string {
    return `${this.#publicUrl}/s/${this.#seminar}`;
  }

  annotation(id: AnnotationId): string {
    return `${this.seminar()}#annotation-${id}`;
  }

  section(id: string): string {
    return `${this.seminar()}#${id}`;
  }
}
