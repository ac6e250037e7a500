import { afterText } from '../../ui/after-text.tsx';

/** What one chooses among the threads by: nobody needs it to begin to read. */
export const FilterMenu = afterText(async () => (await import('./filter-menu.tsx')).FilterMenu);
