export * from './errors.ts';
export { withErrorsTable } from './errors-table.ts';
export * from './events-page.ts';
export * from './finding.ts';
export * from './http.ts';
export * from './mail.ts';
export * from './mail-choices.ts';
export * from './snapshot.ts';
export * from './socket.ts';
