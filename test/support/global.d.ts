/** Carries the server from Jest's global set-up to its teardown. */
declare var stopTestServer: (() => Promise<void>) | undefined;
