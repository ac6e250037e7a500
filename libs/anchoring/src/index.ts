export * from './anchor.ts';
export * from './make-anchor.ts';
export * from './resolve-anchor.ts';
