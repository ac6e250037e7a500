export * from './model.ts';
export * from './passages.ts';
