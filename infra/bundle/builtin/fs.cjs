// An ESM import reads all exports, and some load streams and promises when they are read: about 2 ms of every start.
module.exports = process.getBuiltinModule('node:fs');
