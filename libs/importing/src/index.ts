export * from './article-reader.ts';
export * from './assets.ts';
export * from './keep-files.ts';
export * from './next-version.ts';
