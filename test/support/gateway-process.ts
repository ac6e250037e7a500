import { type ProgramProcess, startProgram } from './program-process.ts';

/** The built gateway in a process of its own. */
export interface GatewayProcess extends Pick<ProgramProcess, 'output' | 'stop'> {
  readonly url: string;
  readonly port: number;
}

/** Starts a gateway on a free port, or on the one given, and waits until it takes requests. */
export async function startGateway(
  databaseUrl: string,
  { port = 0, ...settings }: { port?: number } & Record<string, string | number> = {},
): Promise<GatewayProcess> {
  const {
    address = '',
    output,
    stop,
  } = await startProgram('gateway', {
    ...{ DATABASE_URL: databaseUrl, PORT: port },
    ...settings,
  });
  const listening = Number(new URL(address).port);
  return { url: `http://127.0.0.1:${listening}`, port: listening, output, stop };
}
