/**
 * Node’s HTTP module, not imported: an import reads all that the module has, and with it loads Node’s HTTP
 * client and WebSocket, which takes a twentieth of a second and isn’t used here.
 */
export const { createServer, IncomingMessage, ServerResponse, STATUS_CODES } =
  process.getBuiltinModule('node:http');
