/**
 * What Node is started with, whoever starts a program of ours. A command leaves behind what is of no use once it is answered; with
 * 32 MB for what is young, most of it is dead before anybody looks, while in Node's 16 MB much is kept and moved for nothing. With
 * 64 MB a gateway is no faster than with 32, and one command in a hundred waits twice as long for the sweeping
 * (`npm run bench -- append`).
 */
export const NODE_FLAGS = Object.freeze(['--enable-source-maps', '--max-semi-space-size=32']);
