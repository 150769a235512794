// Before a program of ours starts in Windows' Node under Wine: the home that the test gives it, because Wine
// fills in its own; and Node asks for an option of sockets that Wine does not have.
Object.assign(process.env, JSON.parse(process.env.CLEAN_EXIT_TEST_HOME ?? '{}'));
require('node:net').Socket.prototype.setKeepAlive = function setKeepAlive() {
  return this;
};
