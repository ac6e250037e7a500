import { query, setQuery } from '../../routing/query.ts';

/** Opens the list of all threads, perhaps of those alone that are unread. */
export const openList = (change: Record<string, string | undefined> = {}): void => setQuery({ list: '', ...change });

export const closeList = (): void => setQuery({ list: undefined, sort: undefined });

export const toggleList = (): void => (query().has('list') ? closeList() : openList());
