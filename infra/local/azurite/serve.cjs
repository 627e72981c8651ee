// Runs Azurite until its standard input closes: the parent's end, however it came, ends Azurite in good order,
// with everything written to disk. A new run waits for the lock that an ending one still holds.
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const journal = require("./journal.cjs");

const location = process.argv.includes("--location") ? process.argv[process.argv.indexOf("--location") + 1] : null;
const lock = location && path.join(location, ".azurite.lock");

async function takeLock() {
  if (!lock) return;
  fs.mkdirSync(location, { recursive: true });
  for (let attempt = 0; ; attempt++) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const holder = Number(fs.readFileSync(lock, "utf8"));
      if (!isAlive(holder)) fs.rmSync(lock, { force: true });
      else if (attempt > 150) throw new Error(`Process ${holder} still uses ${location}.`);
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  process.on("exit", () => fs.rmSync(lock, { force: true }));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch {
    return false;
  }
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
