import type { ArticleId, SeminarId } from '#seminar';
import { articleId, seminarId } from '../ids.ts';

/** The screens of the app, by their addresses. */
export type Route =
  | { screen: 'desk' }
  | { screen: 'room'; seminar: SeminarId; article?: ArticleId | undefined }
  /** Bringing an article; with what was brought and is not published yet. */
  | { screen: 'bring'; seminar: SeminarId; upload?: string | undefined }
  | { screen: 'join'; token: string }
  /** What one is told by e-mail; with a token for whoever comes by a link out of a mail. */
  | { screen: 'mail'; token?: string | undefined; stop: boolean }
  | { screen: 'nowhere' };

/** Which screen a path leads to. */
export function routeOf(pathname: string): Route {
  const parts = pathname.split('/').filter((part) => part !== '');
  const [first, second, third, fourth, ...rest] = parts;
  if (first === undefined) return { screen: 'desk' };
  if (first === 'join' && second !== undefined && third === undefined) return { screen: 'join', token: second };
  if (first === 'mail') {
    const known = third === undefined || (third === 'stop' && fourth === undefined);
    return known ? { screen: 'mail', token: second, stop: third === 'stop' } : { screen: 'nowhere' };
  }
  if (first !== 's' || rest.length > 0) return { screen: 'nowhere' };
  const seminar = seminarId(second);
  if (!seminar) return { screen: 'nowhere' };
  if (third === undefined) return { screen: 'room', seminar };
  if (third === 'bring') return { screen: 'bring', seminar, upload: fourth };
  const article = articleId(fourth);
  if (third !== 'a' || !article) return { screen: 'nowhere' };
  return { screen: 'room', seminar, article };
}

/** The address of a screen. */
export function pathOf(route: Route): string {
  switch (route.screen) {
    case 'room':
      return route.article ? `/s/${route.seminar}/a/${route.article}` : `/s/${route.seminar}`;
    case 'bring':
      return `/s/${route.seminar}/bring${route.upload === undefined ? '' : `/${route.upload}`}`;
    case 'join':
      return `/join/${route.token}`;
    case 'mail':
      return `/mail${route.token === undefined ? '' : `/${route.token}`}${route.stop ? '/stop' : ''}`;
    default:
      return '/';
  }
}
