import { Controller } from '@nestjs/common';
import type { PersonId } from '#people';
import type { NotificationsAnswer, SearchAnswer } from '#protocol';
import type { ReadMarks } from '#seminar';
import { Finding } from '../seminars/finding.ts';
import { SignedIn } from './person.ts';
import { Handles, Input, type InputOf } from './route.ts';
import { routes } from './routes.ts';

type Of<R extends keyof typeof routes> = InputOf<(typeof routes)[R]>;

/** Finding one's way: searching, what one has read, what concerns oneself. */
@Controller()
export class FindingController {
  constructor(private readonly finding: Finding) {}

  @Handles(routes.search)
  search(@SignedIn() person: PersonId, @Input() { params, query }: Of<'search'>): Promise<SearchAnswer> {
    return this.finding.search(person, params.seminar, query);
  }

  @Handles(routes.readMarks)
  readMarks(@SignedIn() person: PersonId, @Input() { params }: Of<'readMarks'>): Promise<ReadMarks> {
    return this.finding.readMarks(person, params.seminar);
  }

  @Handles(routes.mergeReadMarks)
  mergeReadMarks(@SignedIn() person: PersonId, @Input() { params, body }: Of<'mergeReadMarks'>): Promise<ReadMarks> {
    return this.finding.mergeReadMarks(person, params.seminar, body);
  }

  @Handles(routes.notifications)
  notifications(@SignedIn() person: PersonId): Promise<NotificationsAnswer> {
    return this.finding.notifications(person);
  }
}
