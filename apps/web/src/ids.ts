/**
 * The one place of the page that brands ids. What the gateway sends has been through the schemas of libs/seminar; the page
 * goes without them, which spares everybody 26 kB before the first word.
 */
import { v4, v7 } from 'uuid';
import type { AnnotationId, ArticleId, AssignmentId, CommandId, GroupId, MemberId, SeminarId } from '#seminar';

export const newCommandId = (): CommandId => v7() as CommandId;
export const newAnnotationId = (): AnnotationId => v7() as AnnotationId;
export const newAssignmentId = (): AssignmentId => v7() as AssignmentId;
export const newGroupId = (): GroupId => v7() as GroupId;
export const newArticleId = (): ArticleId => v4() as ArticleId;
export const newSeminarId = (): SeminarId => v4() as SeminarId;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id as it stands in an address; `undefined` where it is none. */
function uuid(text: string | undefined): string | undefined {
  const id = text?.toLowerCase() ?? '';
  return UUID.test(id) ? id : undefined;
}

export const seminarId = (text: string | undefined) => uuid(text) as SeminarId | undefined;
export const articleId = (text: string | undefined) => uuid(text) as ArticleId | undefined;
export const memberId = (text: string | undefined) => uuid(text) as MemberId | undefined;
export const annotationId = (text: string | undefined) => uuid(text) as AnnotationId | undefined;
