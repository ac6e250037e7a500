import { wordsIn } from '../words.ts';

export const { count, form, number, list } = wordsIn('en');
