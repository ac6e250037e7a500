export * from './article-reader.ts';
export * from './assets.ts';
