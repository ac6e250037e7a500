import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { isOwnOrigin } from '../http/same-origin.ts';

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
      // Where it is on, even with a high threshold, a frame is encoded for every socket anew instead of once for the
      // room: 200 sockets then wait three times as long (npm run bench -- live).
      perMessageDeflate: false,
      allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers, publicUrl)),
    };
    return super.createIOServer(port, Object.assign({}, options, bounds));
  }
}
