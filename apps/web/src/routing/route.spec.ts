import { pathOf, routeOf } from './route.ts';

const seminar = '0190b8a0-0000-7000-8000-000000000001';
const article = '0190b8a0-0000-7000-8000-000000000002';

describe('routes', () => {
  it.each([
    '/',
    `/s/${seminar}`,
    `/s/${seminar}/a/${article}`,
    `/s/${seminar}/bring`,
    '/join/k3y',
    '/mail',
    '/mail/k3y',
    '/mail/k3y/stop',
  ])('reads %s and writes it again', (path) => {
    expect(pathOf(routeOf(path))).toBe(path);
  });

  it.each([
    '/s',
    '/s/not-an-id',
    `/s/${seminar}/x`,
    `/s/${seminar}/a/1`,
    '/join',
    '/join/a/b',
    '/elsewhere',
    '/mail/k3y/more',
  ])('leads nowhere from %s', (path) => expect(routeOf(path)).toEqual({ screen: 'nowhere' }));
});
