/**
 * What Node is started with, whoever starts a program of ours. A command leaves behind what is of no use once it is answered; with
 * 64 MB for what is young, most of it is dead before anybody looks, while in Node's 16 MB much is kept and moved for nothing. That
 * is worth a tenth of a gateway's speed (`npm run bench -- append`).
 */
export const NODE_FLAGS = Object.freeze(['--enable-source-maps', '--max-semi-space-size=64']);
