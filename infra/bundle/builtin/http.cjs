// An ESM import reads all exports, and some load undici when they are read: about 30 ms of every start.
module.exports = process.getBuiltinModule('node:http');
