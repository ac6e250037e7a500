import { runApp } from '#platform';
import { startGateway } from './start-gateway.ts';

await runApp('gateway', startGateway);
