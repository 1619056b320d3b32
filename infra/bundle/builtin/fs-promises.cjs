// The SDK would read files of configuration with it, which a function does not have: it is loaded if it is ever used.
exports.readFile = (...args) => process.getBuiltinModule('node:fs/promises').readFile(...args);
