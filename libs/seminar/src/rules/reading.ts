import type { AskedReading } from '../reading.ts';
import { accept, reject } from '../rejection.ts';
import type { Rule } from './rule.ts';

/**
 * Asks for a reading, or asks otherwise for one that stands: other numbers, another day, another section. A day that has
 * passed may stay, so that the rest can be changed after it.
 */
export const assignReading: Rule<'reading.assign'> = ({ data, at }, state) => {
  const { assignment, article, section, due } = data;
  const known = state.articles.get(article);
  if (!known) return reject('article/unknown');
  if (section !== undefined && !known.sections.has(section)) return reject('reading/unknown-section');
  const was = state.readings.get(assignment);
  if (was && was.article !== article) return reject('reading/another-article');
  if (was && sameReading(was, data)) return accept();
  if (due !== was?.due && Date.parse(due) <= Date.parse(at)) return reject('reading/due-passed');
  return accept({ type: 'reading.assigned', version: 1, data, personal: null });
};

export const withdrawReading: Rule<'reading.withdraw'> = ({ data: { assignment } }, state) =>
  state.readings.has(assignment)
    ? accept({ type: 'reading.withdrawn', version: 1, data: { assignment }, personal: null })
    : reject('reading/unknown');

const sameReading = (a: AskedReading, b: AskedReading): boolean =>
  a.section === b.section && a.contributions === b.contributions && a.due === b.due;
