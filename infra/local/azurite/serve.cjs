// Runs Azurite until its standard input closes: the parent's end, however it came, ends Azurite in good order,
// with everything written to disk. A new run waits for the lock that an ending one still holds.
const crypto = require("node:crypto");
const fs = require("node:fs");
const http = require("node:http");
const net = require("node:net");
const path = require("node:path");
const journal = require("./journal.cjs");

const location = process.argv.includes("--location") ? process.argv[process.argv.indexOf("--location") + 1] : null;
const lock = location && path.join(location, ".azurite.lock");

// The lock names its holder's process, a port, and what the holder says there to whoever asks: after a power cut, or in a container, another
// program soon has the number of the process that is gone.
async function takeLock() {
  if (!lock) return;
  fs.mkdirSync(location, { recursive: true });
  const word = crypto.randomUUID();
  const port = await sayAtAPort(word);
  const patience = Date.now() + 15_000;
  for (;;) {
    try {
      fs.writeFileSync(lock, `${process.pid} ${port} ${word}`, { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const [holder, at, says] = fs.readFileSync(lock, "utf8").split(" ");
      if (!(await isSaid(says, Number(at)))) fs.rmSync(lock, { force: true });
      else if (Date.now() > patience) throw new Error(`Process ${holder} still uses ${location}.`);
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  process.on("exit", () => fs.rmSync(lock, { force: true }));
}

function sayAtAPort(word) {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.on("error", () => {}).end(word));
    server.on("error", reject).listen(0, "127.0.0.1", () => resolve(server.address().port)).unref();
  });
}

// Whoever is at the port and says nothing for a while may be a holder that hangs.
function isSaid(word, port) {
  if (!(port > 0)) return false;
  return new Promise((resolve) => {
    let said = "";
    const socket = net.connect(port, "127.0.0.1").setTimeout(2000).setEncoding("utf8");
    socket.on("data", (words) => (said += words));
    socket.on("timeout", () => socket.destroy() && resolve(true));
    socket.on("error", () => resolve(false));
    socket.on("close", () => resolve(said === word));
  });
}

// Azurite says that it closes before it writes its data. A parent that was killed reads no more, and the broken pipe
// would end Azurite in that moment.
function end() {
  console.log = console.error = () => {};
  process.kill(process.pid, "SIGTERM");
}

// Whoever is still connected has nothing to ask any more: a connection that was opened in reserve and never used would be
// waited for as if a request were under way on it.
function hangUpAtTheEnd() {
  const { close } = http.Server.prototype;
  http.Server.prototype.close = function () {
    const closing = close.apply(this, arguments);
    this.closeAllConnections();
    return closing;
  };
}

// Azurite hands an answer over in pieces. Held back until its end, or until it is long, it goes out in one, which saves
// both sides a wake-up.
function answerInOnePiece() {
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (event, _, response) {
    if (event === "request") holdBack(response);
    return emit.apply(this, arguments);
  };
}

function holdBack(response) {
  const { socket, write, end } = response;
  socket.cork();
  response.write = (...chunk) => write.apply(response, chunk) || (socket.uncork(), false);
  response.end = (...chunk) => {
    end.apply(response, chunk);
    socket.uncork();
    return response;
  };
}

takeLock()
  .then(() => {
    if (location) {
      journal.recover(location);
      if (process.env.AZURITE_KEEPS_EVERY_CHANGE) journal.keep();
    }

    answerInOnePiece();
    hangUpAtTheEnd();
    for (const output of [process.stdout, process.stderr]) output.on("error", () => {});
    process.stdin.on("end", end);
    process.stdin.on("error", end);
    process.stdin.resume();
    require("azurite/dist/src/azurite.js");
  })
  .catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
