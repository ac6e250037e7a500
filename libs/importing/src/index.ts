export * from './article-reader.ts';
export * from './assets.ts';
export * from './clean.ts';
export * from './import-queue.ts';
export * from './keep-files.ts';
export * from './next-version.ts';
export * from './read-upload.ts';
export * from './uploads.ts';
