import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { isOwnOrigin } from '../http/same-origin.ts';

/** Frames are small and go to many, so compressing them costs more than it saves; catching up is worth it. */
const COMPRESS_FROM_BYTES = 16 * 1024;

/** socket.io with the bounds that the settings give it, for pages of our own. */
export class SocketAdapter extends IoAdapter {
  readonly #options: { messageBytes: number; publicUrl: string };

  constructor(app: INestApplicationContext, options: { messageBytes: number; publicUrl: string }) {
    super(app);
    this.#options = options;
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const { messageBytes, publicUrl } = this.#options;
    const bounds: Partial<ServerOptions> = {
      serveClient: false,
      maxHttpBufferSize: messageBytes,
      perMessageDeflate: { threshold: COMPRESS_FROM_BYTES },
      allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers, publicUrl)),
    };
    return super.createIOServer(port, Object.assign({}, options, bounds));
  }
}
